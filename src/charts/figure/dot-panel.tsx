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

/** Pixels of a letter, at most, and those between a name and the axis. */
const LETTER = 7.6;
const GAP = 16;

/** Room for the longest name in a drawing so wide, in pixels. */
function roomFor({ series }: FigurePanel, width: number): number {
  const longest = Math.max(...series.map(({ name }) => name.length));
  return Math.min(Math.max(140, 0.45 * width), GAP + LETTER * longest);
}

/** A name that ends where its room does; the readout has it whole. */
function fitted(name: string, room: number): string {
  const most = Math.floor((room - GAP) / LETTER);
  return name.length > most ? `${name.slice(0, most - 1).trimEnd()}…` : name;
}

/** One position only: a row a line, the value and its interval along the horizontal axis. */
export function DotPanel({ axes, width, height, view }: DotPanelProps) {
  const room = roomFor(view.panel, width);
  const names = view.panel.series.map(({ name }) => fitted(name, room)).join('\n');
  const turned = useMemo(
    (): FigureAxes => ({ x: axes.y, y: rowAxis(names.split('\n')), reference: axes.reference }),
    [axes, names],
  );
  const marks = useMemo(() => <DotMarks axis={axes.y} />, [axes]);
  return (
    <PanelContext value={view}>
      <FigureFrame axes={turned} width={width} height={height} labelWidth={room} grid="vertical">
        {marks}
      </FigureFrame>
    </PanelContext>
  );
}
