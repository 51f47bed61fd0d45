import type { RepairRequest } from '../../protocol/repair-lane.ts';
import { repairedId } from './check-repair.ts';
import { trainedIn } from './repair-checkpoint.ts';
import type { RepairSets } from './repair-sets.ts';
import type { RepairExperiment, RepairOptions } from './repair-types.ts';
import { Training, type TrainingContext } from './training.ts';

/** The trainings of a repair, one for each count; what a checkpoint has of them is done. */
export function planTrainings(
  { model, mirrors = [], checkpoint }: RepairOptions,
  spec: RepairExperiment,
  { train, validation }: RepairSets,
  context: TrainingContext,
): Training[] {
  const { repair, seed } = spec;
  const place = new Map(repair.classes?.map((each, at) => [each, at]));
  return repair.counts.map((count) => {
    const request: RepairRequest = {
      files: model.files,
      settings: repair,
      count,
      seed,
      train: { refs: train.refs, labels: train.labels },
      validation: { refs: validation.refs, labels: validation.labels },
      mirrors: repair.classes ? mirrors.flatMap((each) => place.get(each) ?? []) : [...mirrors],
    };
    const training = new Training(repairedId(spec, count), request, context);
    const before = checkpoint && trainedIn(checkpoint, training.id);
    if (before) training.restore(before.saved, before.trained);
    return training;
  });
}
