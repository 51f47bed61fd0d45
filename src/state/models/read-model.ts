import { LabError } from '../../protocol/lab-error.ts';
import type { SweepModel } from '../../run/sweep-types.ts';
import { bundledModelIds } from './bundled-models.ts';
import { fetchBundledModel } from './fetch-models.ts';
import { keptModel } from './kept-models.ts';

/**
 * Topology, weights and preprocessing of a listed model: a bundled one from the server, a repaired
 * one from what this browser keeps.
 * @throws LabError `model-missing` or `model-corrupt` naming the model, `storage`, `cancelled`
 */
export async function readModel(id: string, signal: AbortSignal): Promise<SweepModel> {
  if (bundledModelIds.includes(id)) return fetchBundledModel(id, signal);
  const kept = await keptModel(id);
  if (kept === null) {
    throw new LabError('model-missing', `${id} is not kept in this browser any more.`, id);
  }
  if (signal.aborted) throw new LabError('cancelled', `Reading ${id} was cancelled.`, id);
  return { files: kept.files, hash: kept.hash };
}
