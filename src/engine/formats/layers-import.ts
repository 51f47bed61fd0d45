import type { z } from '../../protocol/zod.ts';
import { LabError } from '../../protocol/lab-error.ts';
import { analyseGraph } from '../graph/analyse.ts';
import type { Graph, Weight } from '../graph/graph.ts';
import { GraphReading } from './graph-reading.ts';
import { layersModelSchema } from './layers-schema.ts';
import { parseModelJson } from './model-json.ts';
import { readModel } from './model-reading.ts';
import { type StoredTensor, unpackWeights } from './unpack-weights.ts';

function checkTopology(json: unknown): z.output<typeof layersModelSchema> {
  const parsed = layersModelSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const at = issue === undefined ? '' : ` at "${issue.path.join('.')}"`;
  throw new LabError(
    'model-corrupt',
    `model.json is not a TensorFlow.js layers model${at}.`,
    'model.json',
  );
}

/** What layers can hold; anything else in the files is not theirs. */
function floats(tensors: ReadonlyMap<string, StoredTensor>): Map<string, Weight> {
  const weights = new Map<string, Weight>();
  for (const [name, { shape, values }] of tensors) {
    if (values instanceof Float32Array) weights.set(name, { shape, values });
  }
  return weights;
}

/**
 * {@link graphFromLayersModel} of a model.json that has been parsed.
 * @param size [height, width] of the pictures, for a model that leaves them open
 */
export function graphFromLayersJson(
  json: unknown,
  weights: ArrayBuffer,
  size?: readonly [number, number],
): Graph {
  const { modelTopology, weightsManifest } = checkTopology(json);
  const specs = weightsManifest.flatMap((group) => group.weights);
  const { model, keras } = modelTopology;
  const reading = new GraphReading(floats(unpackWeights(specs, weights)), size, keras);
  const graph = reading.graph(readModel(model, reading));
  analyseGraph(graph);
  return graph;
}

/**
 * Reads a model in the TensorFlow.js layers format.
 * @param topology text of model.json
 * @param weights the weight shards, joined in the order of the manifest
 * @returns a graph that keeps the model's own output, softmax included
 * @throws LabError `model-corrupt` where the files are damaged or do not fit each other,
 * `model-unsupported` naming a layer that cannot be run, `model-shape` where it is no image classifier
 */
export function graphFromLayersModel(topology: string, weights: ArrayBuffer): Graph {
  return graphFromLayersJson(parseModelJson(topology), weights);
}
