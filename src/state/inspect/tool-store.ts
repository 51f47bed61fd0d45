import { createStore } from 'zustand/vanilla';
import type { PixelChangeRequest } from '../../protocol/pixel-change-request.ts';
import type { Colour, PixelPlace } from './edits.ts';

/** What a click on a pixel does. */
export type Tool = 'replace' | 'offset' | 'pick' | 'restore';

export interface ToolState {
  readonly tool: Tool;
  /** What `replace` paints. */
  readonly colour: Colour;
  /** What `offset` adds to each channel, −255 … 255. */
  readonly offset: Colour;
  /** The pixel that keys paint and the lens shows. */
  readonly cursor: PixelPlace;
  /** Whether changed pixels are ringed. */
  readonly rings: boolean;
  /** The draw that the form holds. */
  readonly draw: PixelChangeRequest;
}

/** The tools beside the picture. */
export const toolStore = createStore<ToolState>()(() => ({
  tool: 'replace',
  colour: [255, 0, 255],
  offset: [60, 60, 60],
  cursor: { row: 32, column: 32 },
  rings: true,
  draw: { seed: 7, draw: 0, count: 16, value: 'replace', region: 1 },
}));
