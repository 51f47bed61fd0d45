import { useMemo } from 'react';
import { FigureFrame } from './figure-frame.tsx';
import type { FigureAxes } from '../../run/figure/figure-types.ts';
import { PanelMarks } from './panel-marks.tsx';
import { PanelContext, type PanelView } from './panel-view.ts';

interface CurvePanelProps {
  readonly axes: FigureAxes;
  readonly width: number;
  readonly height: number;
  readonly view: PanelView;
}

/** Room for "10,000" on the vertical axis. */
const labelWidth = 46;

/** The lines of one panel on its axes. New figures draw the marks again, not the axes. */
export function CurvePanel({ axes, width, height, view }: CurvePanelProps) {
  const marks = useMemo(() => <PanelMarks axes={axes} />, [axes]);
  return (
    <PanelContext value={view}>
      <FigureFrame
        axes={axes}
        width={width}
        height={height}
        labelWidth={labelWidth}
        grid="horizontal"
      >
        {marks}
      </FigureFrame>
    </PanelContext>
  );
}
