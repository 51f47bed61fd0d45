import { bundledModelIds } from './bundled-models.ts';
import { cardsStore } from './cards-store.ts';
import { probeCompute } from './compute.ts';
import { fetchModelCard } from './fetch-models.ts';

/**
 * Finds out what the cost of a run depends on. A card that cannot be read is left out here: the run
 * reads it again and says what is wrong with it.
 */
export async function openLab(): Promise<void> {
  const { signal } = new AbortController();
  const { add } = cardsStore.getState();
  await Promise.allSettled(
    bundledModelIds.map(async (id) => {
      add(await fetchModelCard(id, signal));
    }),
  );
  await probeCompute();
}
