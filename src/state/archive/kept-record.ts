import type { Spec } from '../../protocol/spec.ts';
import type { AttackDetails } from '../../run/attack/attack-details.ts';
import { planAttack } from '../../run/attack/attack-plan.ts';
import type { AttackRecord } from '../../run/attack/attack-types.ts';
import type { EarlierWork } from '../../run/earlier-work.ts';
import type { ImageSet } from '../../run/image-set.ts';
import { planSweep } from '../../run/plan.ts';
import { Predictions, type PredictionsData } from '../../run/predictions.ts';
import type { ByTable } from '../../run/repair/repair-types.ts';
import type { SweepRecord } from '../../run/sweep-types.ts';
import { keptImages, namedImages, type KeptImages } from './kept-images.ts';

/** Everything that a sweep has classified, as plain data. */
export interface KeptRecord {
  readonly spec: Spec;
  readonly images: KeptImages;
  readonly models: SweepRecord['models'];
  readonly predictions: PredictionsData;
  /** What it had used until then. */
  readonly ran: EarlierWork;
}

/** Everything that an attack has classified. */
export interface KeptAttackRecord extends KeptRecord {
  readonly details: AttackDetails;
}

/** The arrays are those of the run, which goes on changing them. */
export function keptRecord(record: SweepRecord, ran: EarlierWork): KeptRecord {
  const { spec, images, models, predictions } = record;
  return { spec, images: keptImages(images), models, predictions: predictions.data, ran };
}

/** The arrays are those of the run, which goes on changing them. */
export function keptAttackRecord(record: AttackRecord, ran: EarlierWork): KeptAttackRecord {
  const { spec, images, models, predictions, details } = record;
  return { spec, images: keptImages(images), models, predictions: predictions.data, details, ran };
}

/** The classifications behind the tables of a repair. Their own times are those of the repair. */
export function keptTables({ heldOut, trainedOn }: ByTable<SweepRecord>): ByTable<KeptRecord> {
  const ran = { start: new Date(0).toISOString(), seconds: 0, backends: [], lanes: 0 };
  return {
    heldOut: heldOut && keptRecord(heldOut, ran),
    trainedOn: trainedOn && keptRecord(trainedOn, ran),
  };
}

const loadedOf = ({ models }: KeptRecord) => models.map(({ loaded }) => loaded);

/**
 * A record as its run left it.
 * @param images the images with their files, where they are still here
 * @throws LabError `spec-invalid` where the parts of a record do not belong together
 */
export function recordOf(
  kept: KeptRecord,
  images: ImageSet = namedImages(kept.images),
): SweepRecord {
  const { spec, models, predictions } = kept;
  const plan = planSweep(spec, images.labels.length, loadedOf(kept));
  return { spec, plan, images, models, predictions: new Predictions(predictions) };
}

/** As {@link recordOf}, of an attack. */
export function attackRecordOf(
  kept: KeptAttackRecord,
  images: ImageSet = namedImages(kept.images),
): AttackRecord {
  const { spec, models, predictions, details } = kept;
  const plan = planAttack(spec, images.labels.length, loadedOf(kept));
  return { spec, plan, images, models, predictions: new Predictions(predictions), details };
}
