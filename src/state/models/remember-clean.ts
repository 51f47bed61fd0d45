import { specModelId } from '../../protocol/model-id.ts';
import { runStore } from '../run/run-store.ts';
import { editOwnModel } from './edit-own.ts';
import { ownModelFacts } from './model-list.ts';

/**
 * Keeps of every sweep that ends how many unchanged images a person's models got right; where the
 * images had no labels, nobody knows. Returns how to stop.
 */
export function rememberClean(): () => void {
  return runStore.subscribe(({ phase, spec, result }, before) => {
    if (phase !== 'done' || before.phase === 'done' || result === null || spec === null) return;
    const { images } = spec;
    if (images.source !== 'roadside' && images.labels === 'predicted') return;
    for (const id of spec.models.map(specModelId)) {
      const test = result.clean[id];
      if (test === undefined || test.correct === null || ownModelFacts(id) === null) continue;
      void editOwnModel(id, { test: { images: test.images, correct: test.correct } });
    }
  });
}
