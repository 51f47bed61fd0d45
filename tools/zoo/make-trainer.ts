import type { Graph } from '../../src/engine/graph/graph.ts';
import { Adam } from '../../src/engine/training/adam.ts';
import type { Optimiser } from '../../src/engine/training/optimiser.ts';
import { Sgd } from '../../src/engine/training/sgd.ts';
import { uploadTensors } from '../../src/engine/training/tensor-transfer.ts';
import { Trainer } from '../../src/engine/training/trainer.ts';
import type { Checkpoint } from './checkpoint.ts';
import type { Recipe } from './recipes.ts';

function optimiserOf(recipe: Recipe): Optimiser {
  return recipe.optimiser === 'adam' ? new Adam() : new Sgd({ momentum: 0.9, nesterov: true });
}

/** A trainer at the start of a recipe, or where a checkpoint left it. */
export function makeTrainer(
  graph: Graph,
  recipe: Recipe,
  checkpoint: Checkpoint | null = null,
): { trainer: Trainer; optimiser: Optimiser } {
  const optimiser = optimiserOf(recipe);
  if (checkpoint !== null) {
    const memory = uploadTensors(checkpoint.memory);
    optimiser.restore(memory, checkpoint.steps);
    for (const tensor of memory.values()) tensor.dispose();
  }
  const { weightDecay, smoothing, seed, clipNorm } = recipe;
  const trainer = new Trainer(
    checkpoint === null ? graph : { ...graph, weights: checkpoint.weights },
    { optimiser, weightDecay, smoothing, seed, clipNorm: clipNorm === 0 ? Infinity : clipNorm },
    checkpoint?.steps ?? 0,
  );
  return { trainer, optimiser };
}
