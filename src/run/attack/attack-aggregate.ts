import type { AttackResult } from '../../protocol/attack-result.ts';
import { eligibleMasks } from '../eligibility.ts';
import { measureOf } from '../labels.ts';
import { NOT_DONE } from '../predictions.ts';
import { resampleRows } from '../resampling.ts';
import { mapInSlices } from '../yielding.ts';
import { attackArms } from './attack-arms.ts';
import { attackOutcome } from './attack-outcome.ts';
import type { AttackRecord } from './attack-types.ts';
import { cellHits, recoveryCell, type CellHits } from './recovery-cell.ts';
import { missesOf } from './shares.ts';

/** Bootstrap totals of each cell's misses; none where one draw needs none. */
async function resample(hits: readonly CellHits[], draws: number, seed: number) {
  if (draws === 1) return [];
  const rows = hits.map(({ restored, stillAdversarial, otherWrong }) =>
    [restored, stillAdversarial, otherWrong].map((each) => missesOf(each, draws)),
  );
  return resampleRows(rows, seed);
}

/**
 * Everything that a result says about the attack, from predicted classes. Works on a run that is
 * not finished, too: it then covers the images that were attacked. Yields the thread every few
 * milliseconds.
 */
export async function aggregateAttack(
  record: AttackRecord,
): Promise<Pick<AttackResult, 'clean' | 'eligible' | 'attacks' | 'cells'>> {
  const { spec, plan, images, predictions } = record;
  const { labels } = images;
  const { draws } = plan;
  const { clean } = predictions.data;
  const isJudged = measureOf(spec) === 'accuracy';
  const arms = attackArms(record);
  const pairs = arms.flatMap((arm) => plan.cells.map((cell) => ({ arm, cell })));
  const hits = await mapInSlices(pairs, ({ arm, cell }) => cellHits(arm, cell, draws));
  const totals = await resample(hits, draws, spec.seed);
  const byModel = <T>(list: readonly T[]): Record<string, T> =>
    Object.fromEntries(list.map((each, model) => [plan.models[model]?.id ?? '', each]));
  return {
    clean: byModel(
      clean.map((predicted) => ({
        images: predicted.filter((each) => each !== NOT_DONE).length,
        correct: isJudged ? predicted.filter((each, image) => each === labels[image]).length : null,
      })),
    ),
    eligible: byModel(
      eligibleMasks(spec.eligibility, clean, labels).map(
        (mask) => mask.filter((each) => each === 1).length,
      ),
    ),
    attacks: await mapInSlices(arms, attackOutcome),
    cells: await mapInSlices(hits.entries(), ([at, each]) => recoveryCell(each, draws, totals[at])),
  };
}
