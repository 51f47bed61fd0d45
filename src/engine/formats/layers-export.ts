import { LabError } from '../../protocol/lab-error.ts';
import { analyseGraph } from '../graph/analyse.ts';
import type { Graph } from '../graph/graph.ts';
import { exportableGraph } from './exportable-graph.ts';
import type { ExportContext } from './export-context.ts';
import { layersOfNode } from './export-node.ts';
import type { KerasLayer, NamedWeight } from './keras-layer.ts';
import { packWeights } from './pack-weights.ts';

export interface LayersModelFiles {
  /** Text of model.json. */
  readonly modelJson: string;
  /** Bytes of weights.bin, the one shard that model.json names. */
  readonly weights: ArrayBuffer;
}

const WEIGHTS_FILE = 'weights.bin';

/**
 * Writes a graph in the TensorFlow.js layers format, as `tf.loadLayersModel` reads it.
 * @param options.float16 store filters and kernels with half precision; vectors stay float32
 * @throws LabError `model-unsupported` naming the node that the format cannot hold (average
 * pooling that pads without counting, local response normalisation), or as {@link analyseGraph}
 */
export function layersModelFromGraph(
  model: Graph,
  options: { readonly float16: boolean },
): LayersModelFiles {
  const graph = exportableGraph(model);
  const { shapes } = analyseGraph(graph);
  const layers: KerasLayer[] = [];
  const weights: NamedWeight[] = [];
  const values = new Map<string, string>();
  const nodes = new Map(graph.nodes.map((node) => [node.name, node]));
  const context: ExportContext = {
    graph,
    shapes,
    nodeOf: (name) => nodes.get(name),
    layerOf: (name) => values.get(name) ?? name,
  };
  for (const node of graph.nodes) {
    const part = layersOfNode(node, context);
    layers.push(...part.layers);
    weights.push(...part.weights);
    const last = part.layers.at(-1);
    if (last !== undefined) values.set(node.name, last.name);
  }
  checkNames(layers);
  const packed = packWeights(weights, options.float16);
  const [input] = graph.nodes;
  const file = {
    format: 'layers-model',
    generatedBy: 'Pixelproof',
    convertedBy: null,
    modelTopology: {
      keras_version: 'tfjs-layers 4.22.0',
      backend: 'tensor_flow.js',
      model_config: {
        class_name: 'Model',
        config: {
          name: 'classifier',
          layers,
          input_layers: [[input?.name ?? '', 0, 0]],
          output_layers: [[values.get(graph.output) ?? graph.output, 0, 0]],
        },
      },
    },
    weightsManifest: [{ paths: [WEIGHTS_FILE], weights: packed.specs }],
  };
  return { modelJson: `${JSON.stringify(file, null, 1)}\n`, weights: packed.bytes };
}

function checkNames(layers: readonly KerasLayer[]): void {
  const names = new Set<string>();
  for (const { name } of layers) {
    if (names.has(name)) {
      throw new LabError('model-unsupported', `Two layers would be named "${name}".`, name);
    }
    names.add(name);
  }
}
