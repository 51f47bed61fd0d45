import * as tf from '@tensorflow/tfjs-core';
import { loadLayersModel } from '@tensorflow/tfjs-layers';
import { startBackend } from '../../src/engine/backends/start-backend.ts';
import { readGraph } from '../../src/engine/formats/read-graph.ts';
import { createClassifier } from '../../src/engine/graph/classifier.ts';
import type { ModelFiles } from '../../src/protocol/model-files.ts';
import { bundledSweep } from './bundled-sweep.ts';
import { compare, secondsOf, type Figure } from './measure.ts';

const BATCH = 32;
const ROUNDS = 9;

/** ResNet and DenseNet have the batch norms and small operations that the optimiser removes. */
const promised: Readonly<Record<string, number>> = { resnet: 1.3, densenet: 1.3 };

async function loadLayers({ id, data }: ModelFiles) {
  if (data.format !== 'tfjs') throw new Error(`${id} has no layers to compare with`);
  const { topology, weights } = data;
  const { modelTopology, weightsManifest } = JSON.parse(topology) as {
    modelTopology: object;
    weightsManifest: { weights: tf.io.WeightsManifestEntry[] }[];
  };
  const weightSpecs = weightsManifest.flatMap((group) => group.weights);
  return loadLayersModel(tf.io.fromMemory({ modelTopology, weightSpecs, weightData: weights }));
}

async function compareModel(files: ModelFiles): Promise<Figure> {
  const layers = await loadLayers(files);
  const classifier = createClassifier(readGraph(files.data));
  const x = tf.randomUniform<tf.Rank.R4>([BATCH, ...classifier.inputShape], 0, 1, 'float32', 1);
  const run = async (predict: () => tf.Tensor): Promise<void> => {
    const y = predict();
    await y.data();
    y.dispose();
  };
  const arms = {
    layers: () => secondsOf(() => run(() => layers.predict(x) as tf.Tensor)),
    graph: () => secondsOf(() => run(() => classifier.logits(x))),
  };
  await compare(2, arms);
  const seconds = await compare(ROUNDS, arms);
  x.dispose();
  layers.dispose();
  classifier.dispose();
  return {
    what: `${files.id}, against LayersModel.predict`,
    value: seconds.layers / seconds.graph,
    unit: 'times',
    atLeast: promised[files.id] ?? 1,
    detail: `${Math.round(BATCH / seconds.graph)} against ${Math.round(BATCH / seconds.layers)} images/s`,
  };
}

/** What the optimised graph gains over running the same layers one by one, on one WASM lane. */
export async function graphSpeed(): Promise<Figure[]> {
  await startBackend('wasm', {});
  const { models } = await bundledSweep(1, 1);
  const figures: Figure[] = [];
  for (const { files } of models) figures.push(await compareModel(files));
  return figures;
}
