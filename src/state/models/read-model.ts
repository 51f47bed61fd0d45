import { LabError } from '../../protocol/lab-error.ts';
import type { ModelFiles } from '../../protocol/model-files.ts';
import { specModelId } from '../../protocol/model-id.ts';
import type { SweepModel } from '../../run/sweep-types.ts';
import { bundledModelIds } from '../../run/bundled-models.ts';
import { fetchBundledModel } from './fetch-models.ts';
import { keptModel } from './kept-models.ts';
import { modelName, ownModelFacts } from './model-list.ts';
import { ownModel, ownModelData } from './own-models.ts';
import { ownSpecModel, type SpecModel } from './spec-model.ts';

function gone(id: string): LabError {
  return new LabError('model-missing', `${id} is not kept in this browser any more.`, id);
}

function notAborted(id: string, signal: AbortSignal): void {
  if (signal.aborted) throw new LabError('cancelled', `Reading ${id} was cancelled.`, id);
}

/** A person's model, preprocessed as the spec says. */
async function readOwn(
  model: Exclude<SpecModel, string>,
  signal: AbortSignal,
): Promise<SweepModel> {
  const id = specModelId(model);
  const kept = await ownModel(id);
  if (kept === null) throw gone(modelName(id));
  notAborted(id, signal);
  const { inspection, labels } = kept;
  const { preprocess = kept.preprocess, output } = model;
  const files: ModelFiles = {
    id,
    data: await ownModelData(kept),
    preprocess,
    ...(output !== undefined && { output }),
    ...(labels.names.length > 0 && { classes: labels.names.length }),
  };
  return { files, hash: inspection.hash };
}

/**
 * Files and preprocessing of a listed model: a bundled one from the server, others from what this
 * browser keeps.
 * @param model as a spec names it; a person's model may be named by its id alone
 * @throws LabError `model-missing` or `model-corrupt` naming the model, `storage`, `cancelled`
 */
export async function readModel(model: SpecModel, signal: AbortSignal): Promise<SweepModel> {
  if (typeof model !== 'string') return readOwn(model, signal);
  if (bundledModelIds.includes(model)) return fetchBundledModel(model, signal);
  const own = ownModelFacts(model);
  if (own !== null) return readOwn(ownSpecModel(own), signal);
  const kept = await keptModel(model);
  if (kept === null) throw gone(model);
  notAborted(model, signal);
  return { files: kept.files, hash: kept.hash };
}
