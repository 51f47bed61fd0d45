import { evaluationPasses } from '../../run/repair/evaluation-cost.ts';
import type { RepairExperiment } from '../../run/repair/repair-types.ts';
import { imagesOfRole } from './repair-images.ts';

/**
 * A step of one sample over one picture's way through the network: with all weights free it goes
 * forward, back to the inputs and back to the weights; with a frozen part it only reads features.
 */
const stepOverPicture = { last: 0.02, block: 0.2, all: 3 } as const;
/** Judging a picture takes a third of a step, which also goes back twice. */
const FORWARD = 1 / 3;

export interface RepairCost {
  readonly models: number;
  /** Samples that each model sees over all its epochs. */
  readonly samples: number;
  /** On this machine; null where the speed of the model is not known. */
  readonly trainingSeconds: number | null;
  readonly judgingSeconds: number | null;
}

/**
 * Roughly what a repair takes.
 * @param secondsPerImage one image through the model on one lane
 */
export function repairCost(
  spec: RepairExperiment,
  secondsPerImage: number | undefined,
  lanes: number,
): RepairCost {
  const { repair } = spec;
  const models = repair.counts.length;
  const train = imagesOfRole(spec, 'train').count ?? 0;
  const made = train * repair.copies;
  const validation = 2 * (imagesOfRole(spec, 'validation').count ?? 0);
  const step = stepOverPicture[repair.layers];
  const prepared = made + validation;
  const steps = repair.epochs * (made * step + validation * step * FORWARD);
  const rounds = Math.ceil(models / Math.max(1, lanes));
  const judged = Object.values(
    evaluationPasses(spec, {
      models: models + 1,
      train,
      test: spec.images.count ?? 0,
    }),
  ).reduce((sum, each) => sum + each, 0);
  const seconds = (passes: number) =>
    secondsPerImage === undefined ? null : passes * secondsPerImage;
  return {
    models,
    samples: made * repair.epochs,
    trainingSeconds: seconds(rounds * (prepared + steps)),
    judgingSeconds: seconds(judged / Math.max(1, lanes)),
  };
}
