import { formatCriticalCount } from '../../src/run/finding/sweep/critical-count-text.ts';
import { describeFinding } from '../../src/run/finding/sweep/describe-finding.ts';
import { modelName } from '../../src/state/models/model-list.ts';
import type { SweepResult } from '../../src/protocol/result.ts';
import type { Cell } from '../../src/run/plan.ts';
import { constructSweep, type Constructed } from './constructed-sweep.ts';

/** A constructed sweep with what is said of it. */
export async function findingOf(options: Constructed) {
  const result = await constructSweep(options);
  return { result, ...describeFinding(result, modelName) };
}

/** PX5 of a model with its interval, as it is written. */
export function px5(result: SweepResult, model: string): string {
  const row = result.summary.find((each) => each.model === model);
  if (!row?.px5) throw new Error(`no PX5 of ${model}`);
  return formatCriticalCount(row.px5, result.spec.grid.counts);
}

/** "5.2 % (3.9–6.8)" of a model at a cell, from the accuracy and its interval. */
export function share(result: SweepResult, model: string, at: Partial<Cell>): string {
  const cell = result.cells.find(
    (each) =>
      each.model === model &&
      Object.entries(at).every(
        ([key, wanted]) =>
          JSON.stringify(each[key as 'count' | 'value' | 'region']) === JSON.stringify(wanted),
      ),
  );
  if (!cell?.interval || cell.accuracy === null) throw new Error(`no cell of ${model}`);
  const [low, high] = cell.interval;
  const parts = [1 - cell.accuracy, 1 - high, 1 - low].map((each) => (each * 100).toFixed(1));
  return `${parts[0]} % (${parts[1]}–${parts[2]})`;
}
