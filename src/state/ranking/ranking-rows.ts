import type { CellResult, CriticalCountResult, SweepResult } from '../../protocol/result.ts';
import { samePixelValue } from '../../run/pixel-values.ts';

/** One model as the ranking shows it. */
export interface RankingRow {
  readonly model: string;
  readonly rank: number;
  /** Ids of the models without a significant difference. */
  readonly tiedWith: readonly string[];
  /** The ranked cell; null where nothing of it was measured. */
  readonly cell: CellResult | null;
  /** At the value and region of the ranked cell. */
  readonly px5: CriticalCountResult | null;
}

function byRankThenAccuracy(a: RankingRow, b: RankingRow): number {
  return a.rank - b.rank || (b.cell?.accuracy ?? 0) - (a.cell?.accuracy ?? 0);
}

/** The models, most robust first; within a rank, by what was measured. */
export function rankingRows({ ranking, cells, summary }: SweepResult): RankingRow[] {
  const { count, value, region } = ranking.cell;
  const isThere = (at: Pick<CellResult, 'value' | 'region'>) =>
    at.region === region && samePixelValue(at.value, value);
  const rows = ranking.models.map(({ model, rank, tiedWith }) => ({
    model,
    rank,
    tiedWith,
    cell:
      cells.find((cell) => cell.model === model && cell.count === count && isThere(cell)) ?? null,
    px5: summary.find((row) => row.model === model && isThere(row))?.px5 ?? null,
  }));
  return rows.sort(byRankThenAccuracy);
}
