import type { RepairTable } from '../../protocol/repair-result.ts';
import type { LabErrorData } from '../../protocol/lab-error.ts';
import type { Spec } from '../../protocol/spec.ts';
import { refuseCheckpoint } from '../checkpoint-origin.ts';
import type { ImageSet } from '../image-set.ts';
import { planSweep } from '../plan.ts';
import { Predictions } from '../predictions.ts';
import { sameShape } from '../same-shape.ts';
import type { SweepOptions, SweepRecord } from '../sweep-types.ts';
import type { RepairSets } from './repair-sets.ts';
import type { JudgedTable, RepairExperiment } from './repair-types.ts';

export type TableName = 'heldOut' | 'trainedOn';

/** A table with the classifications behind it, or why there is none. */
export type FoundTable =
  { readonly table: RepairTable; readonly record: SweepRecord } | { readonly error: LabErrorData };

/** What a snapshot calls the making of each table. */
export const stageOf = { heldOut: 'held-out', trainedOn: 'trained-on' } as const;

/** The images of a table, and the settings that they are judged at. */
export function tableDesign(
  { repair, grid, draws, rankAt }: RepairExperiment,
  sets: RepairSets,
  name: TableName,
): { readonly images: ImageSet; readonly design: Pick<Spec, 'grid' | 'draws' | 'rankAt'> } {
  if (name === 'heldOut') {
    return { images: sets.test, design: { grid, draws, ...(rankAt && { rankAt }) } };
  }
  const { counts, value, region } = repair;
  const same = { counts, values: [value], regions: [region] };
  return { images: sets.train, design: { grid: same, draws: 1 } };
}

export function judgedTable(record: SweepRecord | null): JudgedTable | null {
  return record && { models: record.models, predictions: record.predictions.data };
}

/**
 * The classifications that an earlier run has left of a table.
 * @param sweep what the table's sweep is started with
 * @throws LabError `spec-invalid` where they were made for another number of things
 */
export function tableRecord(
  { spec, images }: Pick<SweepOptions, 'spec' | 'images'>,
  { models, predictions }: JudgedTable,
): SweepRecord {
  const loaded = models.map((model) => model.loaded);
  const plan = planSweep(spec, images.labels.length, loaded);
  if (!sameShape(predictions, Predictions.empty(plan).data)) refuseCheckpoint('another plan');
  return { spec, plan, images, models, predictions: new Predictions(predictions) };
}
