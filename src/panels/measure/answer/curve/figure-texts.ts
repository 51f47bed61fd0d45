import { pixelsOf } from '../../../../charts/format.ts';
import type { CurveMeasure } from '../../../../state/answer/view-store.ts';
import type { PanelLines } from './panel-lines.ts';

const titles: Readonly<Record<CurveMeasure, string>> = {
  accuracy: 'Accuracy against changed pixels',
  wrong: 'Wrong images against changed pixels',
  pi: 'Pixel-index against changed pixels',
};

/** What the figure shows, in a few words. */
export function figureTitle(measure: CurveMeasure): string {
  return titles[measure];
}

/** Heading of the figures of one column. */
export function columnTitle(count: number, { by }: PanelLines): string {
  const changed = `With ${pixelsOf(count)} changed`;
  if (by === null) return changed;
  return `${changed}, ${by === 'value' ? 'by magnitude' : 'by side of the square'}`;
}
