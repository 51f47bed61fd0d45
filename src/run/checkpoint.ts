import { LabError } from '../protocol/lab-error.ts';
import type { SweepPlan } from './plan.ts';
import { Predictions } from './predictions.ts';
import type { SweepCheckpoint, SweepOptions, SweepRecord } from './sweep-types.ts';

/** What is done so far. The arrays are those of the run: copy them before it goes on. */
export function writeCheckpoint({
  spec,
  images,
  models,
  predictions,
}: SweepRecord): SweepCheckpoint {
  return {
    version: 1,
    spec,
    imageSetHash: images.hash,
    modelHashes: models.map(({ hash }) => hash),
    predictions: predictions.data,
  };
}

/**
 * Takes over what an earlier run had finished.
 * @throws LabError `spec-invalid` where it was another experiment, other images or other models
 */
export function readCheckpoint(
  checkpoint: SweepCheckpoint,
  { spec, images, models }: SweepOptions,
  plan: SweepPlan,
): Predictions {
  const refuse = (what: string): never => {
    throw new LabError(
      'spec-invalid',
      `checkpoint: it was made with ${what}; start the run anew`,
      'checkpoint',
    );
  };
  if (JSON.stringify(checkpoint.spec) !== JSON.stringify(spec)) refuse('another spec');
  if (checkpoint.imageSetHash !== images.hash) refuse('other images');
  const hashes = models.map(({ hash }) => hash);
  if (checkpoint.modelHashes.join() !== hashes.join()) refuse('other models');
  const { draws, clean, changed, absDelta } = structuredClone(checkpoint.predictions);
  const settings = plan.cells.length * plan.draws;
  const fits =
    draws === plan.draws &&
    clean.length === plan.models.length &&
    clean.every(({ length }) => length === plan.images) &&
    changed.length === plan.models.length &&
    changed.every((ofModel) => ofModel.length === settings) &&
    absDelta.length === plan.models.length;
  if (!fits) refuse('another plan');
  return new Predictions({ draws, clean, changed, absDelta });
}
