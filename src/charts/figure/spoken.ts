import type {
  FigurePanel,
  FigurePlace,
  FigurePoint,
  FigureSeries,
} from '../../run/figure/figure-types.ts';

function figure({ text, range }: FigurePoint): string {
  return range === null ? text : `${text}, interval ${range}`;
}

function line({ name, points }: FigureSeries, x: number): string {
  const point = points.get(x);
  return `${name} ${point === undefined ? 'not measured yet' : figure(point)}`;
}

/** Many lines in one breath: the lowest and the highest. */
function panelSummary({ heading, series }: FigurePanel, x: number): string {
  const known = series
    .flatMap(({ name, points }) => {
      const point = points.get(x);
      return point === undefined ? [] : [{ name, point }];
    })
    .sort((a, b) => a.point.y - b.point.y);
  const least = known[0];
  const most = known.at(-1);
  const title = heading?.name ?? '';
  if (least === undefined || most === undefined) return `${title} not measured yet`;
  return `${title} from ${least.point.text} (${least.name}) to ${most.point.text} (${most.name})`;
}

/**
 * One column of a figure in words.
 * @param title the column: "8 pixels"
 * @param chosen the line to speak of; null speaks of all
 */
export function spokenColumn(
  panels: readonly FigurePanel[],
  title: string,
  x: number,
  chosen: Pick<FigurePlace, 'panel' | 'series'> | null,
): string {
  const panel = panels.find(({ id }) => id === chosen?.panel);
  const series = panel?.series.find(({ id }) => id === chosen?.series);
  if (panel !== undefined && series !== undefined) {
    const owner = panel.heading === null ? '' : `${panel.heading.name}, `;
    return `${title}: ${owner}${line(series, x)}`;
  }
  const parts = panels.flatMap((each) =>
    each.heading === null ? each.series.map((own) => line(own, x)) : [panelSummary(each, x)],
  );
  return `${title}: ${parts.join('; ')}`;
}
