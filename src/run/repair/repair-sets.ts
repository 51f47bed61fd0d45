import { LabError } from '../../protocol/lab-error.ts';
import type { ImageRef } from '../../protocol/image-ref.ts';
import { imageName, type ImageSet } from '../image-set.ts';
import type { RepairOptions } from './repair-types.ts';

/** The images of a repair, with labels that number the classes that take part. */
export interface RepairSets {
  readonly train: ImageSet;
  readonly validation: ImageSet;
  readonly test: ImageSet;
}

/** The images of some classes, relabelled by their position among these. */
function restricted(set: ImageSet, classes: readonly number[]): ImageSet {
  const place = new Map(classes.map((each, at) => [each, at]));
  const kept = [...set.refs.keys()].filter((image) => place.has(set.labels[image] ?? -1));
  const names = set.classNames;
  return {
    refs: kept.flatMap((image) => set.refs[image] ?? []),
    labels: Uint16Array.from(kept, (image) => place.get(set.labels[image] ?? -1) ?? 0),
    classNames: names.length === 0 ? [] : classes.map((each) => names[each] ?? String(each)),
    hash: set.hash,
  };
}

/** What two references to one image have in common. */
function identity(ref: ImageRef): string {
  return ref.kind === 'roadside' ? `roadside ${ref.index}` : ref.sha256;
}

function refuseShared(field: string, set: ImageSet, other: string, others: ImageSet): void {
  const known = new Set(others.refs.map(identity));
  const shared = set.refs.find((ref) => known.has(identity(ref)));
  if (shared === undefined) return;
  throw new LabError(
    'spec-invalid',
    `${field}: image ${imageName(shared)} is also one of ${other}; training, validation and test images must differ`,
    field,
  );
}

/**
 * The images of the classes that take part.
 * @throws LabError `spec-invalid` where sets share an image or nothing is left of one
 */
export function repairSets({ spec, train, validation, test }: RepairOptions): RepairSets {
  const { classes } = spec.repair;
  const take = (set: ImageSet): ImageSet => (classes ? restricted(set, classes) : set);
  const sets = { train: take(train), validation: take(validation), test: take(test) };
  const fields = { train: 'repair.train', validation: 'repair.validation', test: 'images' };
  for (const key of ['train', 'validation', 'test'] as const) {
    if (sets[key].refs.length > 0) continue;
    const field = fields[key];
    throw new LabError('spec-invalid', `${field}: no image of the classes that take part`, field);
  }
  refuseShared('images', sets.test, 'the training images', sets.train);
  refuseShared('repair.validation', sets.validation, 'the training images', sets.train);
  refuseShared('repair.validation', sets.validation, 'the test images', sets.test);
  return sets;
}
