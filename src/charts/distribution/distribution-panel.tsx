import { useMemo } from 'react';
import { FigureFrame } from '../figure/figure-frame.tsx';
import type { FigureAxes } from '../../run/figure/figure-types.ts';
import { usePlot } from '../figure/plot.ts';
import { Marker } from '../marker.tsx';
import { medianOf, stepPath } from '../../run/figure/cumulative.ts';
import type { Distribution } from './distribution-types.ts';

interface DistributionPanelProps {
  readonly axes: FigureAxes;
  readonly distributions: readonly Distribution[];
  readonly width: number;
  readonly height: number;
}

/** Empirical distribution functions on one pair of axes, each with its median marked. */
export function DistributionPanel({ axes, distributions, width, height }: DistributionPanelProps) {
  const marks = useMemo(
    () => <Steps axes={axes} distributions={distributions} />,
    [axes, distributions],
  );
  return (
    <FigureFrame axes={axes} width={width} height={height} labelWidth={44} grid="horizontal">
      {marks}
    </FigureFrame>
  );
}

function Steps({ axes, distributions }: Pick<DistributionPanelProps, 'axes' | 'distributions'>) {
  const { area, toX, toY } = usePlot();
  const foot = area.y + area.height;
  return distributions.map(({ id, style, sample }) => {
    const median = medianOf(sample);
    return (
      <g key={id} data-series={id}>
        <path
          data-mark="line"
          d={stepPath(sample, axes.x.domain, toX, (share) => toY(share * 100))}
          fill="none"
          stroke={style.color}
          strokeWidth={style.width}
          strokeDasharray={style.dash}
          strokeLinejoin="round"
        />
        {median !== null && median <= axes.x.domain[1] && (
          <>
            <line
              x1={toX(median)}
              x2={toX(median)}
              y1={toY(50)}
              y2={foot}
              stroke={style.color}
              strokeDasharray="2 3"
            />
            <Marker
              shape={style.marker}
              color={style.color}
              x={toX(median)}
              y={toY(50)}
              radius={5}
            />
          </>
        )}
      </g>
    );
  });
}
