import { openArchive } from './archive/edit-runs.ts';
import { followTabs } from './archive/archive-store.ts';
import { lookUpPersistence } from './storage/persistence.ts';
import { bundledModelIds } from '../run/bundled-models.ts';
import { workInBackground } from './background/background.ts';
import { cardsStore } from './models/cards-store.ts';
import { probeCompute } from './compute/compute.ts';
import { checkCanvas } from './images/canvas-store.ts';
import { fetchModelCard } from './models/fetch-models.ts';
import { listImageSets } from './images/image-sets.ts';
import { listOwnModels } from './models/list-own.ts';
import { settleLink } from './link/open-link.ts';
import { openAddressedModel } from './models/open-addressed.ts';
import { rememberClean } from './models/remember-clean.ts';
import { listKeptModels } from './repair/keep-repaired.ts';

/**
 * Finds out what the cost of a run depends on. A card that cannot be read is left out here: the run
 * reads it again and says what is wrong with it.
 */
export async function openLab(): Promise<void> {
  workInBackground();
  const { signal } = new AbortController();
  const { add } = cardsStore.getState();
  await Promise.allSettled(
    bundledModelIds.map(async (id) => {
      const card = await fetchModelCard(id, signal);
      add({ ...card, classNames: card.classes, classCount: card.classes.length });
    }),
  );
  followTabs();
  await Promise.all([listKeptModels(), listOwnModels(), listImageSets(), openArchive()]);
  // Without an answer the line about it is left out.
  lookUpPersistence().catch(() => undefined);
  rememberClean();
  settleLink();
  openAddressedModel();
  await probeCompute();
  await checkCanvas();
}
