import { initialise } from '../../src/engine/models/initialise.ts';
import { miniNetworks, type MiniId } from '../../src/engine/models/mini-networks.ts';
import { shuffledIndices } from '../../src/engine/training/shuffle.ts';
import { trainEpoch } from '../../src/engine/training/train-epoch.ts';
import { loadBatch } from './batches.ts';
import type { ImageSet } from './image-cache.ts';
import { makeTrainer } from './make-trainer.ts';
import { recipes } from './recipes.ts';

/** The epoch whose loss the card states, so that anyone can train it again and compare. */
export const firstEpochPlan = { images: 128, batch: 32, rate: 0.001 };

/** Mean loss of one epoch over a set from the recipe's seed, at a constant rate, without augmentation. */
export async function firstEpochLoss(
  id: MiniId,
  set: ImageSet,
  { batch, rate }: { readonly batch: number; readonly rate: number } = firstEpochPlan,
): Promise<number> {
  const recipe = recipes[id];
  const { trainer } = makeTrainer(initialise(miniNetworks[id](), recipe.seed), recipe);
  try {
    const { loss } = await trainEpoch(trainer, {
      order: shuffledIndices(set.count, recipe.seed, 0),
      batch,
      load: (images) => loadBatch(set, images),
      rate: () => rate,
    });
    return loss;
  } finally {
    trainer.dispose();
  }
}
