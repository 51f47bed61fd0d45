import type { ModelData, TfjsData } from '../../protocol/model-files.ts';
import type { Graph } from '../graph/graph.ts';
import { checkFiniteWeights } from './finite-weights.ts';
import { graphFromLayersJson } from './layers-import.ts';
import { isGraphModel, parseModelJson } from './model-json.ts';
import { graphFromOnnx } from './onnx/graph-from-onnx.ts';
import { graphFromSafetensors } from './safetensors/safetensors-import.ts';
import { graphFromGraphModel } from './tfjs-graph/tfjs-graph-import.ts';

export interface ReadOptions {
  /** [height, width] of the pictures, for a model that leaves them open; others ignore it. */
  readonly size?: readonly [number, number] | undefined;
}

function fromTfjs({ topology, weights }: TfjsData, size: ReadOptions['size']): Graph {
  const json = parseModelJson(topology);
  return isGraphModel(json)
    ? graphFromGraphModel(json, weights, size)
    : graphFromLayersJson(json, weights, size);
}

function parsed(data: ModelData, { size }: ReadOptions): Graph {
  switch (data.format) {
    case 'tfjs':
      return fromTfjs(data, size);
    case 'safetensors':
      return graphFromSafetensors(data.architecture, data.weights, size);
    case 'onnx':
      return graphFromOnnx(data.weights, size);
  }
}

/**
 * Reads a model of any format into the one internal graph.
 * @returns a graph that keeps the model's own output, softmax included
 * @throws LabError `model-corrupt`, `model-shape` or `model-unsupported`
 */
export function readGraph(data: ModelData, options: ReadOptions = {}): Graph {
  const graph = parsed(data, options);
  checkFiniteWeights(graph.weights);
  return graph;
}
