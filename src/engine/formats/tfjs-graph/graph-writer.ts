import { LabError } from '../../../protocol/lab-error.ts';
import { analyseNode } from '../../graph/analyse-node.ts';
import type { Graph, GraphNode, Weight } from '../../graph/graph.ts';
import { nodeInputs } from '../../graph/graph.ts';
import type { NodeShape } from '../../graph/node-shape.ts';
import { flattenNodes } from '../flatten-node.ts';
import type { TensorValue } from './graph-value.ts';

/** Our graph while the operations of TensorFlow are translated one by one. */
export class GraphWriter {
  readonly #inputShape: Graph['inputShape'];
  readonly #weights = new Map<string, Weight>();
  readonly #nodes = new Map<string, GraphNode>();
  readonly #shapes = new Map<string, NodeShape>();
  readonly #vectors = new Map<string, string>();

  constructor(input: string, inputShape: Graph['inputShape']) {
    this.#inputShape = inputShape;
    this.#nodes.set(input, { op: 'input', name: input });
    this.#shapes.set(input, inputShape);
  }

  readonly nodeOf = (name: string): GraphNode | undefined => this.#nodes.get(name);
  readonly shapeOf = (name: string): NodeShape => this.#shapes.get(name) ?? [];

  /**
   * Adds a node, whose shape must follow from its inputs.
   * @param shape as in TensorFlow, without the batch; default: the node's own
   */
  add(node: Exclude<GraphNode, { op: 'input' }>, shape?: readonly number[]): TensorValue {
    if (this.#nodes.has(node.name)) {
      throw new LabError('model-corrupt', `Two operations are named "${node.name}".`, node.name);
    }
    const inputs = nodeInputs(node).map(this.shapeOf);
    const analysis = analyseNode(node, inputs, (name) => this.#weights.get(name)?.shape ?? []);
    this.#nodes.set(node.name, node);
    this.#shapes.set(node.name, analysis.shape);
    return { kind: 'tensor', node: node.name, shape: shape ?? analysis.shape };
  }

  /** Puts another node in place of one that was just added. */
  replace(node: Exclude<GraphNode, { op: 'input' }>): TensorValue {
    this.#nodes.delete(node.name);
    return this.add(node);
  }

  /** Adds a weight and returns its name. */
  weight(name: string, shape: readonly number[], values: ArrayLike<number>): string {
    let free = name;
    while (this.#weights.has(free)) free = `${free}+`;
    const floats = values instanceof Float32Array ? values : Float32Array.from(values);
    this.#weights.set(free, { shape, values: floats });
    return free;
  }

  /** Name of a node with the value as a vector. */
  vector({ node, shape }: TensorValue): string {
    if (this.shapeOf(node).length === 1) return node;
    const known = this.#vectors.get(node);
    if (known !== undefined) return known;
    const name = `${node}:vector`;
    for (const step of flattenNodes(name, node, this.nodeOf, this.shapeOf)) {
      if (step.op !== 'input') this.add(step, shape);
    }
    this.#vectors.set(node, name);
    return name;
  }

  /** Name of a node with the value as an image, or undefined where only a vector is to be had. */
  image({ node }: TensorValue): string | undefined {
    if (this.shapeOf(node).length === 3) return node;
    const source = this.nodeOf(node);
    if (source?.op !== 'globalAveragePool' && source?.op !== 'globalMaxPool') return undefined;
    const name = `${node}:image`;
    if (!this.#nodes.has(name)) this.add({ ...source, name, keepDims: true });
    return name;
  }

  /** @param output name of the node that gives the answer */
  graph(output: string): Graph {
    return {
      inputShape: this.#inputShape,
      nodes: [...this.#nodes.values()],
      output,
      weights: this.#weights,
    };
  }
}
