import type { Graph, GraphNode, Weight } from '../../graph/graph.ts';
import { nodeInputs } from '../../graph/graph.ts';
import type { NodeShape } from '../../graph/node-shape.ts';
import { analyseNode } from '../../graph/analyse-node.ts';
import { nodeWeights } from '../../graph/node-weights.ts';
import { damaged } from './faults.ts';
import { elementCount } from './values/constant.ts';
import type { Feature } from './values/value.ts';

/** A node without its name, which the conversion gives. */
type Unnamed<T> = T extends GraphNode ? Omit<T, 'name'> : never;
export type NodePlan = Unnamed<Exclude<GraphNode, { op: 'input' }>>;

const INPUT = 'input';

/** Joins a node's name to that of a step or a weight of it. */
const STEP_MARK = ':';
const WEIGHT_MARK = '/';

/** The graph that grows node by node; shapes are followed, so that a misfit is found where it is. */
export class Conversion {
  /** Images in a batch, as the file counts them where it fixes their number; only shapes know it. */
  readonly batch: number;
  readonly input = INPUT;
  readonly #inputShape: Graph['inputShape'];
  readonly #nodes = new Map<string, GraphNode>();
  readonly #shapes = new Map<string, NodeShape>();
  readonly #weights = new Map<string, Weight>();
  /** Nodes whose value more than one reader of ONNX sees. */
  readonly #shared = new Set<string>();

  constructor(inputShape: Graph['inputShape'], batch: number) {
    this.#inputShape = inputShape;
    this.batch = batch;
    this.#nodes.set(INPUT, { op: 'input', name: INPUT });
    this.#shapes.set(INPUT, inputShape);
  }

  /**
   * Appends a node.
   * @param name wanted; a number is added where another node has it
   * @returns the node's name
   */
  add(name: string, plan: NodePlan): string {
    const free = this.#free(name, this.#nodes, STEP_MARK);
    const node = { ...plan, name: free } as Exclude<GraphNode, { op: 'input' }>;
    this.#nodes.set(free, node);
    this.#shapes.set(free, this.#shapeOf(node));
    return free;
  }

  /** Adds a node inside the translation of a node of ONNX. */
  addStep(name: string, step: string, plan: NodePlan): string {
    return this.add(`${name}${STEP_MARK}${step}`, plan);
  }

  /**
   * Adds a weight of a node.
   * @returns the weight's name
   * @throws LabError `model-corrupt` where a value is not finite
   */
  addWeight(node: string, own: string, shape: readonly number[], values: Float32Array): string {
    if (!values.every(Number.isFinite)) {
      throw damaged(`The ${own} of node "${node}" holds values that are not finite numbers.`, node);
    }
    if (values.length !== elementCount(shape)) {
      throw damaged(
        `The ${own} of node "${node}" does not have the shape [${shape.join(', ')}].`,
        node,
      );
    }
    const name = this.#free(`${node}${WEIGHT_MARK}${own}`, this.#weights, STEP_MARK);
    this.#weights.set(name, { shape, values });
    return name;
  }

  nodeOf(name: string): GraphNode | undefined {
    return this.#nodes.get(name);
  }

  shapeOf(name: string): NodeShape {
    return this.#shapes.get(name) ?? [];
  }

  /** Notes how many readers a value has; a value of several must stay as it is. */
  noteReaders({ node }: Feature, readers: number): void {
    if (readers !== 1) this.#shared.add(node);
  }

  /** Whether only what is being converted sees this node's value, so that it may be changed. */
  isOnlyReader({ node }: Feature): boolean {
    return !this.#shared.has(node);
  }

  /** Puts a node in the place of the one of its name. */
  amend(node: GraphNode): void {
    this.#nodes.set(node.name, node);
  }

  /** The finished graph, without nodes and weights that nothing reads. */
  finish(output: string): Graph {
    const live = new Set<string>();
    const nodes = [...this.#nodes.values()].toReversed().filter((node) => {
      if (node.op !== 'input' && node.name !== output && !live.has(node.name)) return false;
      for (const name of nodeInputs(node)) live.add(name);
      return true;
    });
    const used = new Set(nodes.flatMap(nodeWeights));
    return {
      inputShape: this.#inputShape,
      nodes: nodes.toReversed(),
      output,
      weights: new Map([...this.#weights].filter(([name]) => used.has(name))),
    };
  }

  #shapeOf(node: Exclude<GraphNode, { op: 'input' }>): NodeShape {
    const inputs = nodeInputs(node).map((name) => this.shapeOf(name));
    return analyseNode(node, inputs, (name) => this.#weights.get(name)?.shape ?? []).shape;
  }

  #free(name: string, taken: ReadonlyMap<string, unknown>, mark: string): string {
    if (!taken.has(name)) return name;
    let number = 2;
    while (taken.has(`${name}${mark}${number}`)) number += 1;
    return `${name}${mark}${number}`;
  }
}
