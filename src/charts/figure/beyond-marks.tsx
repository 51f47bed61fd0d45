import type { PlacedSeries } from '../../run/figure/place-series.ts';
import type { PlotArea } from './plot.ts';

interface BeyondMarksProps {
  readonly placed: readonly PlacedSeries[];
  readonly plot: PlotArea;
}

/** Half the width of a mark, in pixels. */
const half = 4;

/** Arrows at the edge of the axes for the points that lie beyond it. */
export function BeyondMarks({ placed, plot }: BeyondMarksProps) {
  const bottom = plot.y + plot.height;
  return placed.map(({ series, points }) => {
    const arrows = points
      .map(({ x, y }) => {
        if (y > bottom + 1) return `M${x - half} ${bottom - 7}h${2 * half}l${-half} 6z`;
        return y < plot.y - 1 ? `M${x - half} ${plot.y + 7}h${2 * half}l${-half} -6z` : '';
      })
      .join('');
    return (
      arrows !== '' && (
        <path
          key={series.id}
          data-mark="beyond"
          d={arrows}
          fill={series.style.color}
          stroke="var(--surface)"
        />
      )
    );
  });
}
