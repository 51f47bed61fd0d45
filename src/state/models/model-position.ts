import { specModelId } from '../../protocol/model-id.ts';
import type { Spec } from '../../protocol/spec.ts';
import { bundledModelIds } from './bundled-models.ts';

/**
 * The positions that choose the models' colours and markers: a bundled model keeps its own whichever
 * others are chosen, further models follow in the order of the experiment.
 */
export function modelPositions(models: Spec['models']): ReadonlyMap<string, number> {
  const ids = models.map(specModelId);
  const others = ids.filter((id) => !bundledModelIds.includes(id));
  return new Map([...bundledModelIds, ...others].map((id, position) => [id, position]));
}
