import { LabError } from '../../protocol/lab-error.ts';
import type { ModelData } from '../../protocol/model-files.ts';
import type { Graph } from '../graph/graph.ts';
import { graphFromLayersModel } from './layers-import.ts';

/**
 * Reads a model of any format into the one internal graph.
 * @returns a graph that keeps the model's own output, softmax included
 * @throws LabError `model-corrupt`, `model-shape` or `model-unsupported`
 */
export function readGraph(data: ModelData): Graph {
  switch (data.format) {
    case 'tfjs':
      return graphFromLayersModel(data.topology, data.weights);
    default:
      throw new LabError('model-unsupported', `Models in ${data.format} are not read.`);
  }
}
