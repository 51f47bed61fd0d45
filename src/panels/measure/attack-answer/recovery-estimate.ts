import { clopperPearson } from '../../../core/clopper-pearson.ts';
import type { AttackOutcome, RecoveryCell, Share } from '../../../protocol/attack-result.ts';
import type { AttackTally } from '../../../run/attack/attack-types.ts';

/** What became of one model's examples at one cell of the grid, while a run goes on or after it. */
export type RecoveryEstimate = Pick<
  RecoveryCell,
  | 'model'
  | 'epsilon'
  | 'count'
  | 'value'
  | 'region'
  | 'examples'
  | 'restored'
  | 'stillAdversarial'
  | 'otherWrong'
>;

/** How often one attack on one model succeeded. */
export type AttackEstimate = Pick<
  AttackOutcome,
  'model' | 'epsilon' | 'pixels' | 'eligible' | 'examples'
> &
  Partial<Pick<AttackOutcome, 'pi' | 'piInterval' | 'zeroGradients' | 'withoutGradient'>>;

/** A share without its interval, which is computed only where it is drawn. */
function interimShare(count: number, trials: number): Share {
  return { count, share: trials === 0 ? null : count / trials, interval: null };
}

/** The cells of a run that goes on. */
export function interimRecovery(
  tallies: readonly AttackTally[],
  draws: number,
): readonly RecoveryEstimate[] {
  return tallies.flatMap(({ model, epsilon, examples, cells }) =>
    cells.map(({ count, value, region, restored, stillAdversarial, otherWrong }) => ({
      model,
      epsilon,
      count,
      value,
      region,
      examples,
      restored: interimShare(restored, examples * draws),
      stillAdversarial: interimShare(stillAdversarial, examples * draws),
      otherWrong: interimShare(otherWrong, examples * draws),
    })),
  );
}

/** The attacks of a run that goes on. */
export function interimAttacks(tallies: readonly AttackTally[]): readonly AttackEstimate[] {
  return tallies.map(
    ({ model, epsilon, pixels, attacked, examples, successRate, interval }): AttackEstimate => ({
      model,
      epsilon,
      pixels,
      eligible: attacked,
      examples: {
        count: examples,
        share: successRate,
        interval: interval === null ? null : [interval[0], interval[1]],
      },
    }),
  );
}

/**
 * The 95 % interval of a share of examples. Before a run has ended it takes n = examples, as though
 * the draws of one agreed: never too narrow.
 */
export function shownInterval(
  { count, interval }: Share,
  examples: number,
  draws: number,
): readonly [number, number] | null {
  if (interval !== null || examples === 0) return interval;
  return clopperPearson(count / draws, examples);
}
