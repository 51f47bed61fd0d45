import { specModelId } from '../../protocol/model-id.ts';
import type { Spec } from '../../protocol/spec.ts';
import { bundledModelIds } from '../../run/bundled-models.ts';
import { modelList } from './model-list.ts';

/**
 * The positions that choose the models' colours and markers: a listed model keeps its own
 * whichever others are chosen, further models follow in the order of the experiment.
 */
export function modelPositions(models: Spec['models']): ReadonlyMap<string, number> {
  const positions = new Map(bundledModelIds.map((id, position) => [id, position]));
  const { repaired, own } = modelList.getState();
  for (const { facts, slot } of repaired) positions.set(facts.id, slot);
  for (const { id, slot } of own) positions.set(id, slot);
  let next = Math.max(...positions.values()) + 1;
  for (const id of models.map(specModelId)) {
    if (positions.has(id)) continue;
    positions.set(id, next);
    next += 1;
  }
  return positions;
}

/** The first position that no listed model has. */
export function freePosition(): number {
  const taken = new Set(modelPositions([]).values());
  let position = 0;
  while (taken.has(position)) position += 1;
  return position;
}
