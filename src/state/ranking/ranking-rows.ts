import type { CellResult, CriticalCountResult, SweepResult } from '../../protocol/result.ts';
import { specModelId } from '../../protocol/model-id.ts';
import type { RankCell, Spec } from '../../protocol/spec.ts';
import { hasCriticalCount } from '../../run/finding/sweep/critical-count-text.ts';
import { rankedModels } from '../../run/finding/sweep/uncompared.ts';
import { samePixelValue } from '../../run/pixel-values.ts';
import { rankCellOf } from '../../run/plan.ts';

/** One model as the ranking shows it. */
export interface RankingRow {
  readonly model: string;
  /** Null before the end of a run, and where nothing was measured at the ranked cell. */
  readonly rank: number | null;
  /** Ids of the models without a significant difference. */
  readonly tiedWith: readonly string[];
  /** The ranked cell; null where nothing of it was measured. */
  readonly cell: CellResult | null;
  /** At the value and region of the ranked cell. */
  readonly px5: CriticalCountResult | null;
}

/** What the table of the ranking shows; before the end of a run, its rows are empty. */
export interface RankingView {
  readonly rows: readonly RankingRow[];
  /** Where the models are compared. */
  readonly at: RankCell;
  readonly hasPx5: boolean;
  readonly hasPi: boolean;
}

function byRankThenAccuracy(a: RankingRow, b: RankingRow): number {
  return (
    (a.rank ?? Infinity) - (b.rank ?? Infinity) || (b.cell?.accuracy ?? 0) - (a.cell?.accuracy ?? 0)
  );
}

function rowsOf(result: SweepResult): RankingRow[] {
  const { ranking, cells, summary } = result;
  const ranked = rankedModels(result);
  const { count, value, region } = ranking.cell;
  const isThere = (at: Pick<CellResult, 'value' | 'region'>) =>
    at.region === region && samePixelValue(at.value, value);
  const rows = ranking.models.map(({ model, rank, tiedWith }) => ({
    model,
    rank: ranked.has(model) ? rank : null,
    tiedWith,
    cell:
      cells.find((cell) => cell.model === model && cell.count === count && isThere(cell)) ?? null,
    px5: summary.find((row) => row.model === model && isThere(row))?.px5 ?? null,
  }));
  return rows.sort(byRankThenAccuracy);
}

/**
 * The models, most robust first, and within a rank by what was measured; in the order of the
 * experiment, without figures, while there is no result. The columns follow from the experiment
 * alone, so that a result fills the table without changing its shape.
 */
export function rankingView(spec: Spec, result: SweepResult | null): RankingView {
  const empty = { rank: null, tiedWith: [], cell: null, px5: null };
  return {
    rows:
      result === null
        ? spec.models.map((model) => ({ model: specModelId(model), ...empty }))
        : rowsOf(result),
    at: result === null ? rankCellOf(spec) : result.ranking.cell,
    hasPx5: spec.eligibility !== 'all' && hasCriticalCount(spec.grid.counts),
    hasPi: spec.eligibility !== 'all',
  };
}
