import {
  integer,
  percent,
  percentRange,
  pixelsOf,
  smallFigure,
  smallFigureRange,
} from '../../../run/number-text.ts';
import { SeriesKey } from '../../../charts/series-key.tsx';
import { seriesStyle } from '../../../run/figure/series-style.ts';
import type { CellResult, SweepResult } from '../../../protocol/result.ts';
import type { Spec } from '../../../protocol/spec.ts';
import { measureWords } from '../../../run/finding/measure-words.ts';
import { formatCriticalCount } from '../../../run/finding/sweep/critical-count-text.ts';
import { modelName } from '../../../state/models/model-list.ts';
import { modelPositions } from '../../../state/models/model-position.ts';
import { rankingView } from '../../../state/ranking/ranking-rows.ts';
import { Term } from '../../terms/term.tsx';
import { Px5Axis, Px5Track } from './px5-track.tsx';
import classes from './ranking.module.css';

const names = new Intl.ListFormat('en-GB', { type: 'conjunction' });

interface RankingTableProps {
  readonly spec: Spec;
  /** Null before the end of a run: the table then stands empty. */
  readonly result: SweepResult | null;
}

/** Rank and figures of each model. */
export function RankingTable({ spec, result }: RankingTableProps) {
  const { rows, at, hasPx5, hasPi } = rankingView(spec, result);
  const models = rows.map(({ model }) => model);
  const positions = modelPositions(spec.models);
  const { counts } = spec.grid;

  return (
    <div className={classes.scroll}>
      <table className={classes.table} aria-label="Models by rank">
        <thead>
          <tr>
            <th scope="col">Rank</th>
            <th scope="col">Model</th>
            {hasPx5 && (
              <th scope="col">
                <Term name="PX5">PX5</Term>
                <Px5Axis counts={counts} />
              </th>
            )}
            <th scope="col">
              {measureWords(spec).badHeading} at {pixelsOf(at.count)}
            </th>
            {hasPi && (
              <th scope="col">
                <Term name="Pi">Pi</Term> there
              </th>
            )}
            <th scope="col">Tied with</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ model, rank, tiedWith, cell, px5 }) => {
            const style = seriesStyle(positions.get(model) ?? 0);
            return (
              <tr key={model}>
                <td className={classes.rank}>{rank ?? '–'}</td>
                <th scope="row">
                  <span className={classes.model}>
                    <SeriesKey style={style} />
                    {modelName(model)}
                  </span>
                </th>
                {hasPx5 && (
                  <td className={classes.px5}>
                    {px5 === null ? '–' : formatCriticalCount(px5, counts)}
                    <Px5Track px5={px5} counts={counts} style={style} />
                  </td>
                )}
                <td>
                  <Wrong cell={cell} draws={spec.draws} />
                </td>
                {hasPi && (
                  <td>
                    <Pi cell={cell} />
                  </td>
                )}
                <td className={classes.tied}>
                  {rank === null ? '–' : tiedText(model, tiedWith, models)}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function Wrong({ cell, draws }: { readonly cell: CellResult | null; readonly draws: number }) {
  if (cell === null || cell.accuracy === null || cell.interval === null) {
    return (
      <>
        –<span className={classes.below}>not measured</span>
      </>
    );
  }
  const [low, high] = cell.interval;
  return (
    <>
      {percent(1 - cell.accuracy)}{' '}
      <span className={classes.detail}>({percentRange([1 - high, 1 - low])})</span>
      <span className={classes.below}>
        {integer(cell.wrong)} of {integer(cell.eligible * draws)}
      </span>
    </>
  );
}

/** "ResNet and VGG", "all others", "all but AlexNet": two lines at most, so that rows keep their height. */
function tiedText(model: string, tiedWith: readonly string[], models: readonly string[]): string {
  if (tiedWith.length === 0) return 'none';
  const apart = models.filter((other) => other !== model && !tiedWith.includes(other));
  if (apart.length === 0 && tiedWith.length > 1) return 'all others';
  return apart.length === 1 && tiedWith.length > 1
    ? `all but ${names.format(apart.map(modelName))}`
    : names.format(tiedWith.map(modelName));
}

function Pi({ cell }: { readonly cell: CellResult | null }) {
  if (cell === null || cell.pi === null) return '–';
  return (
    <>
      {smallFigure(cell.pi)}{' '}
      {cell.piInterval !== null && (
        <span className={classes.detail}>({smallFigureRange(cell.piInterval)})</span>
      )}
    </>
  );
}
