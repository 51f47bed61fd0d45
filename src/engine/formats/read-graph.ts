import { LabError } from '../../protocol/lab-error.ts';
import type { ModelData } from '../../protocol/model-files.ts';
import type { Graph } from '../graph/graph.ts';
import { checkFiniteWeights } from './finite-weights.ts';
import { graphFromLayersModel } from './layers-import.ts';
import { graphFromSafetensors } from './safetensors/safetensors-import.ts';

export interface ReadOptions {
  /** [height, width] of the pictures, for a model that leaves them open; others ignore it. */
  readonly size?: readonly [number, number] | undefined;
}

function parsed(data: ModelData, { size }: ReadOptions): Graph {
  switch (data.format) {
    case 'tfjs':
      return graphFromLayersModel(data.topology, data.weights);
    case 'safetensors':
      return graphFromSafetensors(data.architecture, data.weights, size);
    case 'onnx':
      throw new LabError('model-unsupported', `Models in ${data.format} are not read.`);
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
