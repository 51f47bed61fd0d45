import { z } from '../../protocol/zod.ts';
import { LabError } from '../../protocol/lab-error.ts';
import { analyseGraph } from '../graph/analyse.ts';
import type { Graph } from '../graph/graph.ts';
import { GraphReading } from './graph-reading.ts';
import type { ModelConfig } from './layers-schema.ts';
import { graphModelSchema, layersModelSchema } from './layers-schema.ts';
import { unpackWeights } from './unpack-weights.ts';

function parseTopology(text: string): z.output<typeof layersModelSchema> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new LabError(
      'model-corrupt',
      'model.json is not JSON; it may be cut short.',
      'model.json',
    );
  }
  if (graphModelSchema.safeParse(json).success) {
    throw new LabError(
      'model-unsupported',
      'model.json is a TensorFlow.js graph model; only the layers format can be read.',
      'model.json',
    );
  }
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

const tensorReferenceSchema = z.tuple([z.string()], z.unknown());

/** The only input or output layer; written as [name, 0, 0], alone or in a list. */
function onlyLayer(references: readonly unknown[], kind: 'input' | 'output'): string {
  const [first, ...more] = references;
  if (typeof first === 'string') return first;
  const parsed = tensorReferenceSchema.safeParse(first);
  if (!parsed.success || more.length > 0) {
    throw new LabError('model-shape', `The model has not exactly one ${kind}.`);
  }
  return parsed.data[0];
}

function readGraph(config: ModelConfig, reading: GraphReading): Graph {
  if (config.class_name === 'Sequential') {
    for (const layer of config.config) reading.readNext(layer);
    return reading.graph();
  }
  const { layers, input_layers: inputs, output_layers: outputs } = config.config;
  onlyLayer(inputs, 'input');
  reading.readAll(layers);
  return reading.graph(onlyLayer(outputs, 'output'));
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
  const { modelTopology, weightsManifest } = parseTopology(topology);
  const specs = weightsManifest.flatMap((group) => group.weights);
  const graph = readGraph(modelTopology, new GraphReading(unpackWeights(specs, weights)));
  analyseGraph(graph);
  return graph;
}
