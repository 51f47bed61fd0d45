import type { ModelFiles } from '../../protocol/model-files.ts';
import { readGraph } from '../formats/read-graph.ts';
import type { Graph } from '../graph/graph.ts';
import { logProbabilities } from '../graph/log-probabilities.ts';

/**
 * The graph of a model of a run. A final softmax is left out whatever is said of the output; where
 * the answers are said to be probabilities and no softmax is found, their logarithms take its place.
 * @throws LabError `model-corrupt`, `model-shape` or `model-unsupported`
 */
export function modelGraph({
  data,
  preprocess,
  output,
}: Pick<ModelFiles, 'data' | 'preprocess' | 'output'>): Graph {
  const graph = readGraph(data, preprocess);
  return output === 'probabilities' ? logProbabilities(graph) : graph;
}
