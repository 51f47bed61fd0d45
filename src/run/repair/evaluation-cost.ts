import { gridCells } from '../plan.ts';
import { attackPasses } from './attack-judgement.ts';
import { DISTANCE_PASSES } from './distance-judgement.ts';
import type { EvaluationState, RepairExperiment } from './repair-types.ts';

type Stage = EvaluationState['stage'];

const STAGES: readonly Stage[] = ['held-out', 'trained-on', 'attacks', 'distances'];

export interface EvaluationSize {
  readonly models: number;
  readonly train: number;
  readonly test: number;
}

/** Until this share of the passes was measured, their speed is taken from the training. */
const MEASURED_SHARE = 0.05;

/** Passes of one image through a network, by stage. */
export function evaluationPasses(
  { grid, draws, repair }: RepairExperiment,
  { models, train, test }: EvaluationSize,
): Readonly<Record<Stage, number>> {
  const { counts, epsilons, attackImages, distanceImages } = repair;
  return {
    'held-out': models * test * (1 + gridCells(grid).length * draws),
    'trained-on': models * train * (1 + counts.length),
    attacks: Math.min(attackImages, test) * attackPasses(epsilons, models),
    distances: Math.min(distanceImages, test) * models * DISTANCE_PASSES,
  };
}

/** Foresees the end of a judgement, in passes of one image through a network. */
export class EvaluationCost {
  readonly #passes: Readonly<Record<Stage, number>>;
  readonly #finished = new Set<Stage>();
  /** Passes of an earlier run, which this one took no time for. */
  #restored = 0;

  constructor(spec: RepairExperiment, size: EvaluationSize) {
    this.#passes = evaluationPasses(spec, size);
  }

  finish(stage: Stage): void {
    this.#finished.add(stage);
  }

  /** Tells that a share of a stage was done by an earlier run. */
  restore(stage: Stage, share: number): void {
    this.#restored += share * this.#passes[stage];
    if (share === 1) this.finish(stage);
  }

  /**
   * Seconds until all is judged; null where nothing is known to tell it from.
   * @param guess - seconds of one pass on all lanes together, from the training; null where it was
   *   not measured
   * @param elapsed - seconds of running since the judgement began
   */
  secondsLeft(
    { stage, done, total }: EvaluationState,
    guess: number | null,
    elapsed: number,
  ): number | null {
    let behind = -this.#restored;
    let ahead = 0;
    for (const name of STAGES) {
      const passes = this.#passes[name];
      const isOver = this.#finished.has(name);
      const share = isOver ? 1 : name === stage ? done / Math.max(1, total) : 0;
      behind += share * passes;
      ahead += (1 - share) * passes;
    }
    const isMeasured = behind > MEASURED_SHARE * (behind + ahead);
    const each = isMeasured ? elapsed / behind : guess;
    return each === null ? null : ahead * each;
  }
}
