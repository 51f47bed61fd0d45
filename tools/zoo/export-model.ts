import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { graphFromLayersModel } from '../../src/engine/formats/layers-import.ts';
import { layersModelFromGraph } from '../../src/engine/formats/layers-export.ts';
import { createClassifier } from '../../src/engine/graph/classifier.ts';
import { initialise } from '../../src/engine/models/initialise.ts';
import { miniNetworks, type MiniId } from '../../src/engine/models/mini-networks.ts';
import { countCorrect } from '../../src/engine/training/count-correct.ts';
import { roadsideClasses } from '../../src/images/roadside/classes.ts';
import { modelCardSchema, type ModelCard } from '../../src/protocol/model-card.ts';
import { batchesOf } from './batches.ts';
import type { Checkpoint } from './checkpoint.ts';
import { firstEpochLoss, firstEpochPlan } from './first-epoch.ts';
import { renderSplit, type ImageSet } from './image-cache.ts';
import { zooPreprocess } from './preprocess.ts';
import type { Recipe } from './recipes.ts';

const BATCH = 100;

export interface ExportJob {
  readonly id: MiniId;
  readonly recipe: Recipe;
  readonly checkpoint: Checkpoint;
  readonly trainImages: number;
  readonly validation: ImageSet;
  readonly test: ImageSet;
  /** The folder that gets one folder a model. */
  readonly target: string;
}

/**
 * Writes model.json, weights.bin and card.json. What the card says of accuracy is measured on the
 * stored half-precision weights.
 */
export async function exportModel(job: ExportJob): Promise<ModelCard> {
  const { id, recipe, checkpoint, trainImages, validation, test } = job;
  const graph = { ...initialise(miniNetworks[id](), recipe.seed), weights: checkpoint.weights };
  const files = layersModelFromGraph(graph, { float16: true });
  const classifier = createClassifier(graphFromLayersModel(files.modelJson, files.weights));
  const measure = async (set: ImageSet): Promise<ModelCard['test']> => ({
    images: set.count,
    correct: await countCorrect(classifier, batchesOf(set, BATCH)),
  });
  const [height, width] = classifier.inputShape;
  const card = modelCardSchema.parse({
    version: 1,
    id,
    family: recipe.family,
    title: recipe.title,
    parameters: classifier.parameters,
    multiplyAdds: classifier.multiplyAdds,
    inputSize: [height, width, 3],
    classes: [...roadsideClasses],
    preprocess: zooPreprocess,
    training: {
      images: trainImages,
      epochs: checkpoint.epoch,
      batch: recipe.batch,
      seed: recipe.seed,
      optimiser: recipe.optimiser === 'adam' ? 'Adam' : 'SGD with Nesterov momentum 0.9',
      seconds: Math.round(checkpoint.seconds),
      backend: 'wasm',
      firstEpoch: {
        ...firstEpochPlan,
        loss: await firstEpochLoss(id, renderSplit('train', firstEpochPlan.images)),
      },
    },
    validation: await measure(validation),
    test: await measure(test),
    weightsSha256: createHash('sha256').update(Buffer.from(files.weights)).digest('hex'),
    weightBytes: files.weights.byteLength,
  });
  classifier.dispose();
  const folder = join(job.target, id);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'model.json'), files.modelJson);
  writeFileSync(join(folder, 'weights.bin'), Buffer.from(files.weights));
  writeFileSync(join(folder, 'card.json'), `${JSON.stringify(card, null, 2)}\n`);
  return card;
}
