import type { RepairLayers } from '../../protocol/repair.ts';
import { analyseGraph } from '../graph/analyse.ts';
import { nodeInputs, type Graph, type GraphNode } from '../graph/graph.ts';
import { logitsGraph } from '../graph/logits-graph.ts';
import { nodeWeights, trainableWeights } from '../graph/node-weights.ts';
import { elements } from '../models/architecture.ts';
import { findHead } from './head.ts';

/** A classifier in two parts: what stays as it is, and what learns on the values of the first. */
export interface SplitGraph {
  /** From images to features, one vector an image; null where nothing can be kept apart. */
  readonly trunk: Graph | null;
  /** From features, or images, to logits. */
  readonly tail: Graph;
  /** Names of the weights that learn. */
  readonly free: ReadonlySet<string>;
}

/** The graph up to its logits, without what they do not need. */
function neededFor(graph: Graph): Graph {
  const { output } = logitsGraph(graph);
  const needed = new Set([output]);
  for (const node of graph.nodes.toReversed()) {
    if (needed.has(node.name)) for (const input of nodeInputs(node)) needed.add(input);
  }
  const nodes = graph.nodes.filter(({ op, name }) => op === 'input' || needed.has(name));
  return withOwnWeights({ ...graph, nodes, output });
}

/** Positions of the nodes that every path from the input to the output passes. */
function meetingPoints(nodes: readonly GraphNode[]): number[] {
  const position = new Map(nodes.map(({ name }, at) => [name, at]));
  const bridged = new Uint8Array(nodes.length);
  for (const [at, node] of nodes.entries()) {
    for (const input of nodeInputs(node)) bridged.fill(1, (position.get(input) ?? at) + 1, at);
  }
  return [...nodes.keys()].filter((at) => bridged[at] === 0);
}

function hasKernel({ op }: GraphNode): boolean {
  return op === 'conv2d' || op === 'depthwiseConv2d' || op === 'dense';
}

/**
 * Position of the last node that stays frozen. The last block is what lies between the last layer
 * and the nearest point before it at which all paths meet, as far as it has a kernel: a residual
 * unit, a dense layer's bottleneck and growth, the widening half of a Fire module, or one layer of a plain
 * stack.
 */
function lastFrozen(nodes: readonly GraphNode[], head: number, layers: RepairLayers): number {
  if (layers === 'all') return 0;
  const points = meetingPoints(nodes).filter((at) => at < head);
  if (layers === 'last') return points.at(-1) ?? 0;
  const before = points.findLast((at) => nodes.slice(at + 1, head).some(hasKernel));
  return before ?? 0;
}

/** Splits a classifier at what `layers` leaves free. */
export function splitGraph(graph: Graph, layers: RepairLayers): SplitGraph {
  const whole = neededFor(graph);
  const { nodes } = whole;
  const { node: head } = findHead(whole);
  const headAt = nodes.findIndex(({ name }) => name === head.name);
  const at = lastFrozen(nodes, headAt, layers);
  const learning = layers === 'all' ? nodes : layers === 'last' ? [head] : nodes.slice(at + 1);
  const free = new Set(trainableWeights(learning));
  const last = nodes[at];
  if (at === 0 || last === undefined) return { trunk: null, tail: whole, free };
  const shape = analyseGraph(whole).shapes.get(last.name) ?? [];
  return { trunk: trunkOf(whole, at, last.name), tail: tailOf(whole, at, last.name, shape), free };
}

/** Leaves out the weights that no node reads. */
function withOwnWeights(graph: Graph): Graph {
  const used = new Set(graph.nodes.flatMap(nodeWeights));
  return { ...graph, weights: new Map([...graph.weights].filter(([name]) => used.has(name))) };
}

/** Some name that no node has. */
function unusedName(nodes: readonly GraphNode[], wanted: string): string {
  return nodes.some(({ name }) => name === wanted) ? unusedName(nodes, `${wanted}+`) : wanted;
}

function trunkOf(whole: Graph, at: number, last: string): Graph {
  const output = unusedName(whole.nodes, 'features');
  const flatten: GraphNode = { op: 'flatten', name: output, input: last };
  return { ...whole, nodes: [...whole.nodes.slice(0, at + 1), flatten], output };
}

function tailOf(whole: Graph, at: number, last: string, shape: readonly number[]): Graph {
  const rest = whole.nodes.slice(at + 1);
  const [height, width, channels] = shape;
  if (height !== undefined && width !== undefined && channels !== undefined) {
    const nodes: GraphNode[] = [{ op: 'input', name: last }, ...rest];
    return withOwnWeights({ ...whole, inputShape: [height, width, channels], nodes });
  }
  const input = unusedName(whole.nodes, 'features');
  const nodes: GraphNode[] = [
    { op: 'input', name: input },
    { op: 'flatten', name: last, input },
    ...rest,
  ];
  return withOwnWeights({ ...whole, inputShape: [1, 1, elements(shape)], nodes });
}
