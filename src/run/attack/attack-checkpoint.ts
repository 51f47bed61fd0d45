import {
  checkOrigin,
  checkpointOrigin,
  takeOver,
  type CheckpointOrigin,
} from '../checkpoint-origin.ts';
import type { EarlierWork } from '../earlier-work.ts';
import { Predictions } from '../predictions.ts';
import { emptyDetails, type AttackDetails } from './attack-details.ts';
import type { AttackPlan } from './attack-plan.ts';
import type { AttackCheckpoint, AttackRecord } from './attack-types.ts';

/** What an attack finds, by image. */
interface AttackFindings {
  readonly predictions: Predictions;
  readonly details: AttackDetails;
}

/** The findings of an attack that has not begun. */
export function emptyFindings(plan: AttackPlan): AttackFindings {
  const { images, models, attacks } = plan;
  return {
    predictions: Predictions.empty({ images, models, draws: 1, cells: attacks }),
    details: emptyDetails(plan),
  };
}

/** What is done so far. The arrays are those of the run: copy them before it goes on. */
export function writeAttackCheckpoint(
  { spec, images, models, predictions, details }: AttackRecord,
  ran: EarlierWork,
): AttackCheckpoint {
  return {
    ...checkpointOrigin(spec, images, models),
    ran,
    kind: 'attack',
    predictions: predictions.data,
    details,
  };
}

/**
 * Takes over what an earlier attack had finished.
 * @throws LabError `spec-invalid` where it was another experiment, other images or other models
 */
export function readAttackCheckpoint(
  checkpoint: AttackCheckpoint,
  origin: CheckpointOrigin,
  plan: AttackPlan,
): AttackFindings {
  checkOrigin(checkpoint, origin);
  const empty = emptyFindings(plan);
  return {
    predictions: new Predictions(takeOver(checkpoint.predictions, empty.predictions.data)),
    details: takeOver(checkpoint.details, empty.details),
  };
}
