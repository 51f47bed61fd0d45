import type { RepairCheckpoint } from '../../../run/repair/repair-types.ts';
import type { KeptModel } from '../../models/kept-model.ts';
import { keepModel, keptModel, keptModels } from '../../models/kept-models.ts';
import { freeId } from '../../models/model-list.ts';
import { freePosition } from '../../models/model-position.ts';
import { listKept } from '../../repair/keep-repaired.ts';
import type { ShownModel } from '../../repair/repair-store.ts';
import { pack, type Packed } from '../pack/pack.ts';
import { unpack } from '../pack/unpack.ts';
import type { RunContent } from '../run-content.ts';

/** Most bytes of weights that a file holds of one repair. */
const MOST_WEIGHTS = 256_000_000;

/** A repaired model in a file: with its weights, where they are small enough. */
interface FiledModel extends ShownModel {
  readonly kept: KeptModel | null;
}

type RepairContent = Extract<RunContent, { kind: 'repair' }>;

/** What a file holds of a repair. */
interface FiledRepair extends Omit<RepairContent, 'models'> {
  readonly models: readonly FiledModel[];
}

function checkpointBytes({ original, trainings }: RepairCheckpoint): number {
  const patches = trainings.reduce((sum, { files }) => sum + files.patch.bytes.length, 0);
  return original.weights.byteLength + patches;
}

/** What a run has found, as a file holds it. */
export type FiledContent = Exclude<RunContent, { kind: 'repair' }> | FiledRepair;

/** A repair with the weights of its models, and the names of those that are too large. */
export async function withFiledModels(
  packed: Packed,
): Promise<{ readonly content: Packed; readonly leftOut: readonly string[] }> {
  const content = (await unpack(packed)) as RunContent;
  if (content.kind !== 'repair') return { content: packed, leftOut: [] };
  const leftOut: string[] = [];
  const models: FiledModel[] = [];
  let { checkpoint } = content;
  let left = MOST_WEIGHTS;
  if (checkpoint !== null) {
    left -= checkpointBytes(checkpoint);
    if (left < 0) {
      leftOut.push(`${checkpoint.spec.name}, to be gone on with`);
      [checkpoint, left] = [null, MOST_WEIGHTS];
    }
  }
  for (const model of content.models) {
    const kept = model.keptAs === null ? null : await keptModel(model.keptAs);
    const bytes = kept?.files.data.weights.byteLength ?? 0;
    const fits = bytes <= left;
    if (kept !== null && !fits) leftOut.push(kept.name);
    if (fits) left -= bytes;
    models.push({ ...model, kept: fits ? kept : null });
  }
  const filed: FiledRepair = { ...content, models, checkpoint };
  return { content: pack(filed), leftOut };
}

/** A model of a file in the list of models: the one that is there already, or one more. */
async function listed({ id, count, kept }: FiledModel): Promise<ShownModel> {
  if (kept === null) return { id, count, keptAs: null };
  const same = (await keptModels()).find(({ hash }) => hash === kept.hash);
  if (same !== undefined) return { id, count, keptAs: same.facts.id };
  const keptAs = freeId(id);
  const { facts, files } = kept;
  const model = {
    ...kept,
    facts: { ...facts, id: keptAs },
    files: { ...files, id: keptAs },
    slot: freePosition(),
  };
  await keepModel(model);
  listKept(model);
  return { id, count, keptAs };
}

/**
 * Keeps the models that came with a repair.
 * @throws LabError `storage` where there is no room for them
 */
export async function withKeptModels(content: FiledRepair): Promise<RepairContent> {
  const models: ShownModel[] = [];
  for (const model of content.models) models.push(await listed(model));
  return { ...content, models };
}
