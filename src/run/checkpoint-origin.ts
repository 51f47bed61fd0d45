import { LabError } from '../protocol/lab-error.ts';
import type { Spec } from '../protocol/spec.ts';
import type { EarlierWork } from './earlier-work.ts';
import type { ImageSet } from './image-set.ts';
import { sameShape } from './same-shape.ts';

/** What a checkpoint and the run that goes on from it must have in common. */
export interface CheckpointOrigin {
  readonly version: 1;
  readonly spec: Spec;
  readonly imageSetHash: string;
  readonly modelHashes: readonly string[];
}

/** What was run, as a checkpoint names it. */
export function checkpointOrigin(
  spec: Spec,
  images: Pick<ImageSet, 'hash'>,
  models: readonly { readonly hash: string }[],
): CheckpointOrigin {
  return {
    version: 1,
    spec,
    imageSetHash: images.hash,
    modelHashes: models.map(({ hash }) => hash),
  };
}

/** A checkpoint of any kind: structured-cloneable, to be kept where a reload can find it. */
export interface Checkpoint extends CheckpointOrigin {
  readonly ran: EarlierWork;
}

/** @throws LabError `spec-invalid`, always */
export function refuseCheckpoint(what: string): never {
  throw new LabError(
    'spec-invalid',
    `checkpoint: it was made with ${what}; start the run anew`,
    'checkpoint',
  );
}

/** @throws LabError `spec-invalid` where it was another version, experiment, images or models */
export function checkOrigin(checkpoint: CheckpointOrigin, run: CheckpointOrigin): void {
  if (checkpoint.version !== run.version) refuseCheckpoint('another version of the lab');
  if (JSON.stringify(checkpoint.spec) !== JSON.stringify(run.spec)) {
    refuseCheckpoint('another spec');
  }
  if (checkpoint.imageSetHash !== run.imageSetHash) refuseCheckpoint('other images');
  if (checkpoint.modelHashes.join() !== run.modelHashes.join()) refuseCheckpoint('other models');
}

/**
 * A copy of what a checkpoint has in a place of the run, which is still empty.
 * @throws LabError `spec-invalid` where it was made for another number of things
 */
export function takeOver<T>(saved: T, empty: T): T {
  if (!sameShape(saved, empty)) refuseCheckpoint('another plan');
  return structuredClone(saved);
}
