import { checkOrigin, checkpointOrigin, refuseCheckpoint } from '../checkpoint-origin.ts';
import type { EarlierWork } from '../earlier-work.ts';
import type { EvaluationCheckpoint, RepairCheckpoint, RepairOptions } from './repair-types.ts';
import type { Trained, Training } from './training.ts';
import { patchedWeights, weightsPatch } from './weights-patch.ts';

function originOf({ spec, model, train, validation, test }: RepairOptions) {
  const learning = { trainHash: train.hash, validationHash: validation.hash };
  return { ...checkpointOrigin(spec, test, [model]), ...learning };
}

/** @throws LabError `spec-invalid` where it was another experiment, other images or another model */
export function checkRepairCheckpoint(options: RepairOptions): void {
  const { checkpoint } = options;
  if (checkpoint === undefined) return;
  const origin = originOf(options);
  checkOrigin(checkpoint, origin);
  const { trainHash, validationHash } = checkpoint;
  if (trainHash !== origin.trainHash) refuseCheckpoint('other training images');
  if (validationHash !== origin.validationHash) refuseCheckpoint('other validation images');
}

/** What the training of one model left in a checkpoint; null where it had not come to its end. */
export function trainedIn(
  { original, trainings }: RepairCheckpoint,
  id: string,
): { readonly saved: RepairCheckpoint['trainings'][number]; readonly trained: Trained } | null {
  const saved = trainings.find((training) => training.id === id);
  if (saved === undefined) return null;
  const { patch, ...files } = saved.files;
  const weights = patchedWeights(original.weights, patch);
  return { saved, trained: { files: { ...files, weights }, original } };
}

/** The patch of weights that do not change any more is made once. */
const patches = new WeakMap<Trained, RepairCheckpoint['trainings'][number]['files']>();

function patchOf(trained: Trained) {
  const known = patches.get(trained);
  if (known) return known;
  const { weights, ...files } = trained.files;
  const made = { ...files, patch: weightsPatch(trained.original.weights, weights) };
  patches.set(trained, made);
  return made;
}

/** What is done so far; null before a first training has come to its end. */
export function writeRepairCheckpoint(
  options: RepairOptions,
  trainings: readonly Training[],
  evaluation: EvaluationCheckpoint | null,
  ran: EarlierWork,
): RepairCheckpoint | null {
  const done = trainings.flatMap(({ id, isComplete, trained, facts, state, seconds }) =>
    isComplete && trained && facts ? [{ id, trained, facts, state, seconds }] : [],
  );
  const [first] = done;
  if (first === undefined) return null;
  return {
    ...originOf(options),
    ran,
    kind: 'repair',
    original: first.trained.original,
    trainings: done.map(({ id, trained, facts, state: { epochs, best }, seconds }) => ({
      id,
      facts,
      epochs,
      best,
      seconds,
      files: patchOf(trained),
    })),
    evaluation,
  };
}
