import { createContext } from 'react';
import type { FigurePanel } from '../../run/figure/figure-types.ts';

/** What the marks of one panel show and whom they tell. */
export interface PanelView {
  readonly panel: FigurePanel;
  /** Positions of the horizontal axis, increasing. */
  readonly positions: readonly number[];
  /** The marked position; null marks none. */
  readonly active: number | null;
  /** The line drawn in front, with its intervals as a band; null brings out none. */
  readonly emphasised: string | null;
  readonly pinned: { readonly series: string; readonly x: number } | null;
  readonly onPoint: (x: number, series: string | null) => void;
  readonly onLeave: () => void;
  readonly onPin: (x: number, series: string) => void;
}

const nothing = (): void => undefined;

/** A view for drawings that nobody points at. */
export function stillView(panel: FigurePanel, positions: readonly number[]): PanelView {
  return {
    panel,
    positions,
    active: null,
    emphasised: null,
    pinned: null,
    onPoint: nothing,
    onLeave: nothing,
    onPin: nothing,
  };
}

export const PanelContext = createContext<PanelView>(
  stillView({ id: '', heading: null, series: [] }, []),
);
