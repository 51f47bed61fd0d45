import { DistributionPanel } from '../../../../charts/distribution/distribution-panel.tsx';
import { drawingWidth } from '../../../../charts/export/saved-drawing.ts';
import { TrackDrawing, trackDrawingHeight } from '../../../../charts/tracks/track-drawing.tsx';
import type { Tracks } from '../../../../charts/tracks/track-types.ts';
import type { DistanceCurves } from './distance-curves.ts';

const gap = 24;
const panelHeight = 260;
const headHeight = 44;
const footHeight = 40;

interface DistanceDrawingProps {
  readonly curves: readonly DistanceCurves[];
  readonly tracks: Tracks;
}

function figuresHeight({ curves }: Pick<DistanceDrawingProps, 'curves'>): number {
  return curves.length === 0 ? 0 : headHeight + panelHeight + footHeight;
}

/** Height of the drawing, in pixels. */
export function distanceDrawingHeight(props: DistanceDrawingProps): number {
  return figuresHeight(props) + trackDrawingHeight(props.tracks);
}

/** Distributions and their figures for a file. */
export function DistanceDrawing({ curves, tracks }: DistanceDrawingProps) {
  const width = (drawingWidth - gap * (curves.length - 1)) / Math.max(1, curves.length);
  const quiet = { fontSize: 12, fill: 'var(--ink-2)' };
  return (
    <>
      {curves.map(({ space, heading, axes, distributions, beyond }, at) => (
        <g key={space} data-part="panel" transform={`translate(${at * (width + gap)} 0)`}>
          <text y={14} fontWeight={600}>
            {heading}
          </text>
          <text y={34} {...quiet}>
            {axes.y.title}
          </text>
          <g transform={`translate(0 ${headHeight})`}>
            <DistributionPanel
              axes={axes}
              distributions={distributions}
              width={width}
              height={panelHeight}
            />
          </g>
          <text x={width - 14} y={headHeight + panelHeight + 16} textAnchor="end" {...quiet}>
            {axes.x.title}
            {beyond > 0 && ` (${beyond} beyond it)`}
          </text>
        </g>
      ))}
      <g transform={`translate(0 ${figuresHeight({ curves })})`}>
        <TrackDrawing tracks={tracks} />
      </g>
    </>
  );
}
