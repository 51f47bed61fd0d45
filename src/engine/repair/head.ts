import { LabError } from '../../protocol/lab-error.ts';
import { elements, type Initial } from '../models/architecture.ts';
import { initialise } from '../models/initialise.ts';
import type { ConvNode, DenseNode, Graph, GraphNode, Weight } from '../graph/graph.ts';
import { logitsGraph } from '../graph/logits-graph.ts';
import { nodeWeights } from '../graph/node-weights.ts';

/** The last layer with weights: what turns features into one value a class. */
export interface Head {
  readonly node: ConvNode | DenseNode;
  /** Name of its kernel, whose last axis runs over the classes. */
  readonly kernel: string;
  readonly bias: string | undefined;
  /** Names of the weights that scale or shift the classes after it. */
  readonly after: readonly string[];
  /** Whether logits are one linear map of features, without anything after it. */
  readonly linear: boolean;
}

/** What may stand between the last layer and the logits; everything keeps classes apart. */
const AFTER_HEAD = new Set<GraphNode['op']>([
  'activation',
  'affine',
  'averagePool',
  'batchNorm',
  'dropout',
  'flatten',
  'globalAveragePool',
  'globalMaxPool',
  'maxPool',
  'transposeFlatten',
]);

const PLAIN = new Set<GraphNode['op']>(['dropout', 'flatten', 'transposeFlatten']);

function isPlain(node: GraphNode): boolean {
  return PLAIN.has(node.op) || (node.op === 'activation' && node.activation === 'linear');
}

function headOf(graph: Graph): Head | GraphNode | undefined {
  const nodes = new Map(graph.nodes.map((node) => [node.name, node]));
  let node = nodes.get(logitsGraph(graph).output);
  let plain = true;
  const after: string[] = [];
  while (node !== undefined && AFTER_HEAD.has(node.op) && 'input' in node) {
    plain &&= isPlain(node);
    after.push(...nodeWeights(node));
    node = nodes.get(node.input);
  }
  if (node?.op === 'dense') {
    const linear = plain && node.activation === 'linear';
    return { node, kernel: node.kernel, bias: node.bias, after, linear };
  }
  if (node?.op === 'conv2d' && node.groups === 1) {
    return { node, kernel: node.filter, bias: node.bias, after, linear: false };
  }
  return node;
}

/**
 * Finds the last layer of a classifier.
 * @throws LabError `model-unsupported` where logits do not come from one convolution or dense layer
 */
export function findHead(graph: Graph): Head {
  const head = headOf(graph);
  if (head !== undefined && 'kernel' in head && 'linear' in head) return head;
  const name = head !== undefined && 'name' in head ? head.name : graph.output;
  throw new LabError(
    'model-unsupported',
    `The model's answer does not come from one last layer ("${name}" is none); it cannot be repaired.`,
    name,
  );
}

/** Name of the kernel whose columns turn features into logits; null where no such layer is last. */
export function linearHeadKernel(graph: Graph): string | null {
  const head = headOf(graph);
  return head !== undefined && 'linear' in head && head.linear ? head.kernel : null;
}

function weightOf(graph: Graph, name: string): Weight {
  const weight = graph.weights.get(name);
  if (weight === undefined) throw new RangeError(`the graph has no weight "${name}"`);
  return weight;
}

/** The entries of the last axis at `positions`, in this order. */
function pick({ shape, values }: Weight, positions: readonly number[]): Weight {
  const width = shape.at(-1) ?? 0;
  const rows = values.length / width;
  const picked = new Float32Array(rows * positions.length);
  for (let row = 0; row < rows; row += 1) {
    for (const [column, position] of positions.entries()) {
      picked[row * positions.length + column] = values[row * width + position] ?? 0;
    }
  }
  return { shape: [...shape.slice(0, -1), positions.length], values: picked };
}

function withWeights(graph: Graph, changed: ReadonlyMap<string, Weight>): Graph {
  return { ...graph, weights: new Map([...graph.weights, ...changed]) };
}

/**
 * The classifier with some of its outputs only, in the order given.
 * @throws LabError `spec-invalid` where a class is not an output or named twice
 */
export function restrictClasses(graph: Graph, classes: readonly number[]): Graph {
  const { kernel, bias, after } = findHead(graph);
  const outputs = weightOf(graph, kernel).shape.at(-1) ?? 0;
  const odd = classes.find((each, at) => each >= outputs || classes.indexOf(each) !== at);
  if (odd !== undefined) {
    const reason = odd >= outputs ? `the model has ${outputs} outputs` : 'it is named twice';
    throw new LabError('spec-invalid', `repair.classes: ${odd}: ${reason}`, 'repair.classes');
  }
  const names = [kernel, ...(bias === undefined ? [] : [bias]), ...after];
  return withWeights(
    graph,
    new Map(names.map((name) => [name, pick(weightOf(graph, name), classes)])),
  );
}

/**
 * The classifier with a last layer that has learned nothing: kernels from a normal distribution of
 * standard deviation 0.01, or √(2 / inputs) before a rectifier (He et al. 2015), and biases of 0.
 */
export function freshHead(graph: Graph, seed: number): Graph {
  const { kernel, bias, linear } = findHead(graph);
  const { shape } = weightOf(graph, kernel);
  const inputs = elements(shape.slice(0, -1));
  const deviation = linear ? 0.01 : Math.sqrt(2 / inputs);
  const zero: Initial = { kind: 'constant', value: 0 };
  const plans = new Map([
    [kernel, { shape, initial: { kind: 'normal', deviation } as const, learned: true }],
    ...(bias === undefined
      ? []
      : [[bias, { shape: shape.slice(-1), initial: zero, learned: true }] as const]),
  ]);
  const { inputShape, nodes, output } = graph;
  const fresh = initialise({ inputShape, nodes, output, weights: plans, multiplyAdds: 0 }, seed);
  return withWeights(graph, fresh.weights);
}
