import { useMemo } from 'react';
import { DotMarks } from './dot-marks.tsx';
import { FigureFrame } from './figure-frame.tsx';
import type { FigureAxes, FigureAxis, FigurePanel } from '../../run/figure/figure-types.ts';
import { PanelContext, type PanelView } from './panel-view.ts';

interface DotPanelProps {
  readonly axes: FigureAxes;
  readonly width: number;
  readonly height: number;
  readonly view: PanelView;
}

/** Lines as rows from the top; values grow upwards, so rows count downwards from zero. */
function rowAxis(names: readonly string[]): FigureAxis {
  return {
    title: '',
    scale: 'linear',
    domain: [0.5 - names.length, 0.5],
    ticks: names.map((label, row) => ({ at: -row, label })),
  };
}

/** Room for the longest name, in pixels. */
function roomFor({ series }: FigurePanel): number {
  return Math.min(140, 16 + 7.6 * Math.max(...series.map(({ name }) => name.length)));
}

/** One position only: a row a line, the value and its interval along the horizontal axis. */
export function DotPanel({ axes, width, height, view }: DotPanelProps) {
  const names = view.panel.series.map(({ name }) => name).join('\n');
  const turned = useMemo(
    (): FigureAxes => ({ x: axes.y, y: rowAxis(names.split('\n')), reference: axes.reference }),
    [axes, names],
  );
  const marks = useMemo(() => <DotMarks axis={axes.y} />, [axes]);
  return (
    <PanelContext value={view}>
      <FigureFrame
        axes={turned}
        width={width}
        height={height}
        labelWidth={roomFor(view.panel)}
        grid="vertical"
      >
        {marks}
      </FigureFrame>
    </PanelContext>
  );
}
