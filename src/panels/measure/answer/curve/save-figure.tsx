import { useStore } from 'zustand';
import { SaveMenu } from '../../../../charts/export/save-menu.tsx';
import type { FigureAxes, FigurePanel } from '../../../../run/figure/figure-types.ts';
import { modelName } from '../../../../state/models/model-list.ts';
import { viewStore } from '../../../../state/answer/view-store.ts';
import type { ShownRun } from '../use-shown-run.ts';
import { figureCaption } from './figure-caption.ts';
import { figureTitle } from './figure-texts.ts';
import type { PanelLines } from './panel-lines.ts';

interface SaveFigureProps {
  readonly shown: ShownRun;
  readonly panels: readonly FigurePanel[];
  readonly axes: FigureAxes;
  readonly lines: PanelLines;
}

const ink = 'var(--ink)';

/** Saves the curve as it is shown. */
export function SaveFigure({ shown, panels, axes, lines }: SaveFigureProps) {
  const measure = useStore(viewStore, (state) => state.measure);
  const { spec } = shown;
  const isEmpty = panels.every(({ series }) => series.every(({ points }) => points.size === 0));
  const positions = [...spec.grid.counts].sort((a, b) => a - b);

  return (
    <SaveMenu
      name={`pixelproof-${measure}`}
      disabled={isEmpty}
      figure={() => ({
        title: figureTitle(measure, spec),
        kind: positions.length > 1 ? 'curves' : 'dots',
        panels,
        axes,
        positions,
        // In several panels the lines are the same settings: one legend in ink serves all.
        legend: (panels[0]?.series ?? []).map(({ name, style }) => ({
          name,
          style: lines.by === null ? style : { ...style, color: ink },
        })),
        caption: figureCaption(shown, lines, modelName, new Date()),
      })}
    />
  );
}
