import {
  checkOrigin,
  checkpointOrigin,
  takeOver,
  type CheckpointOrigin,
} from './checkpoint-origin.ts';
import type { EarlierWork } from './earlier-work.ts';
import { Predictions, type PredictionsSize } from './predictions.ts';
import type { SweepCheckpoint, SweepRecord } from './sweep-types.ts';

/** What is done so far. The arrays are those of the run: copy them before it goes on. */
export function writeCheckpoint(
  { spec, images, models, predictions }: SweepRecord,
  ran: EarlierWork,
): SweepCheckpoint {
  return { ...checkpointOrigin(spec, images, models), ran, predictions: predictions.data };
}

/**
 * Takes over what an earlier run had finished.
 * @throws LabError `spec-invalid` where it was another experiment, other images or other models
 */
export function readCheckpoint(
  checkpoint: SweepCheckpoint,
  origin: CheckpointOrigin,
  size: PredictionsSize,
): Predictions {
  checkOrigin(checkpoint, origin);
  return new Predictions(takeOver(checkpoint.predictions, Predictions.empty(size).data));
}
