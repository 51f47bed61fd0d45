import { createStore } from 'zustand/vanilla';
import type { SpecPixelValue } from '../../protocol/spec.ts';

export type AccuracyScale = 'close' | 'full';

/** What the curve shows on its vertical axis. */
export type CurveMeasure = 'accuracy' | 'wrong' | 'pi';

/** What the table of every figure shows. */
export type TableMeasure = CurveMeasure | 'delta';

/** What the lines of one model differ in, where a grid has several values or regions. */
export type LinesBy = 'value' | 'region';

/** One model at one setting of the grid. */
export interface PinnedCell {
  readonly model: string;
  readonly count: number;
  readonly value: SpecPixelValue;
  readonly region: number;
}

/** The value or the region that a chart holds fixed; null is the first of the grid. */
export interface HeldSetting {
  readonly value: SpecPixelValue | null;
  readonly region: number | null;
}

interface ViewState {
  /** The pixel count that chart, table and sample images show. */
  readonly activeCount: number;
  readonly measure: CurveMeasure;
  readonly table: TableMeasure;
  /** Whether the vertical axis starts at zero or close to what is expected. */
  readonly scale: AccuracyScale;
  readonly linesBy: LinesBy;
  readonly held: HeldSetting;
  /** The cell whose pictures are shown; null shows none. */
  readonly pinned: PinnedCell | null;
  readonly show: (count: number) => void;
  readonly setMeasure: (measure: CurveMeasure) => void;
  readonly setScale: (scale: AccuracyScale) => void;
  readonly setLinesBy: (linesBy: LinesBy) => void;
  readonly hold: (setting: Partial<HeldSetting>) => void;
  readonly pin: (cell: PinnedCell | null) => void;
}

/** What is looked at; nothing measured depends on it. */
export const viewStore = createStore<ViewState>()((set) => ({
  activeCount: 8,
  measure: 'accuracy',
  table: 'accuracy',
  scale: 'close',
  linesBy: 'value',
  held: { value: null, region: null },
  pinned: null,
  show: (activeCount) => set({ activeCount }),
  setMeasure: (measure) => set({ measure }),
  setScale: (scale) => set({ scale }),
  setLinesBy: (linesBy) => set({ linesBy }),
  hold: (setting) => set(({ held }) => ({ held: { ...held, ...setting } })),
  pin: (pinned) => set({ pinned }),
}));
