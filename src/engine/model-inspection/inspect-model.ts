import type { ModelData } from '../../protocol/model-files.ts';
import { modelHash } from '../../protocol/model-hash.ts';
import type { ModelFormat, ModelInspection } from '../../protocol/model-inspection.ts';
import { LabError } from '../../protocol/lab-error.ts';
import { isGraphModel, parseModelJson } from '../formats/model-json.ts';
import { readGraph, type ReadOptions } from '../formats/read-graph.ts';
import { analyseGraph } from '../graph/analyse.ts';
import type { Graph } from '../graph/graph.ts';
import { findHead } from '../repair/head.ts';
import { layerFacts } from './layer-facts.ts';
import { answersProbabilities } from './probe-output.ts';

/** Larger networks are not asked what their answers are, in bytes of float32 weights. */
const MOST_PROBED = 300e6;

function formatOf(data: ModelData): ModelFormat {
  if (data.format !== 'tfjs') return data.format;
  return isGraphModel(parseModelJson(data.topology)) ? 'tfjs-graph' : 'tfjs-layers';
}

function headOf(graph: Graph): ModelInspection['head'] {
  try {
    const { node, linear } = findHead(graph);
    return { name: node.name, isLinear: linear };
  } catch (error) {
    if (error instanceof LabError) return null;
    throw error;
  }
}

async function outputOf(
  graph: Graph,
  parameters: number,
): Promise<Pick<ModelInspection, 'output' | 'outputKnownBy'>> {
  const last = graph.nodes.find(({ name }) => name === graph.output);
  if (last?.op === 'softmax') return { output: 'probabilities', outputKnownBy: 'layer' };
  if (last?.op === 'logSoftmax') return { output: 'logits', outputKnownBy: 'layer' };
  if (parameters * 4 > MOST_PROBED) return { output: 'logits', outputKnownBy: 'assumed' };
  const output = (await answersProbabilities(graph)) ? 'probabilities' : 'logits';
  return { output, outputKnownBy: 'answers' };
}

/**
 * Reads a model and finds out what a person should know of it; runs it on the backend of this thread
 * where its last layer does not say what its answers are.
 * @param options.size [height, width] of the pictures, for a model that leaves them open
 * @throws LabError `model-corrupt`, `model-shape` or `model-unsupported`
 */
export async function inspectModel(
  data: ModelData,
  options: ReadOptions = {},
): Promise<ModelInspection> {
  const graph = readGraph(data, options);
  const { classes, parameters, multiplyAdds } = analyseGraph(graph);
  return {
    format: formatOf(data),
    layout: data.format === 'tfjs' ? 'NHWC' : 'NCHW',
    inputSize: [graph.inputShape[0], graph.inputShape[1], 3],
    classes,
    parameters,
    multiplyAdds,
    weightBytes: data.weights.byteLength,
    layers: layerFacts(graph),
    head: headOf(graph),
    ...(await outputOf(graph, parameters)),
    hash: modelHash(data),
  };
}
