import { checkpointOrigin } from './checkpoint-origin.ts';
import type { EarlierWork } from './earlier-work.ts';
import type { SweepCheckpoint, SweepRecord } from './sweep-types.ts';

/** What is done so far. The arrays are those of the run: copy them before it goes on. */
export function writeCheckpoint(
  { spec, images, models, predictions }: SweepRecord,
  ran: EarlierWork,
): SweepCheckpoint {
  return { ...checkpointOrigin(spec, images, models), ran, predictions: predictions.data };
}
