import type { Graph, GraphNode, Weight } from '../graph.ts';
import { nodeInputs } from '../graph.ts';
import { nodeWeights } from '../node-weights.ts';

/** A graph while it is rewritten. Rewrites keep what each remaining name stands for. */
export class GraphEdit {
  readonly weights: Map<string, Weight>;
  readonly #inputShape: Graph['inputShape'];
  readonly #nodes: Map<string, GraphNode>;
  readonly #redirected = new Map<string, string>();
  readonly #output: string;

  constructor(graph: Graph) {
    this.weights = new Map(graph.weights);
    this.#inputShape = graph.inputShape;
    this.#nodes = new Map(graph.nodes.map((node) => [node.name, node]));
    this.#output = graph.output;
  }

  /** Nodes at the time of the call, inputs before their readers, without those that nothing needs. */
  nodes(): readonly GraphNode[] {
    const order: GraphNode[] = [];
    const seen = new Set<string>();
    const pending = [this.#resolve(this.#output)];
    while (pending.length > 0) {
      const name = pending.at(-1) ?? '';
      const node = this.#nodes.get(name);
      const missing =
        node === undefined ? [] : this.inputsOf(node).filter((input) => !seen.has(input));
      if (seen.has(name) || missing.length === 0) {
        pending.pop();
        if (node !== undefined && !seen.has(name)) order.push(node);
        seen.add(name);
      } else {
        pending.push(...missing.toReversed());
      }
    }
    return order;
  }

  node(name: string): GraphNode | undefined {
    return this.#nodes.get(this.#resolve(name));
  }

  inputsOf(node: GraphNode): readonly string[] {
    return nodeInputs(node).map((name) => this.#resolve(name));
  }

  /** Nodes that read a value, once each. */
  readers(name: string): readonly GraphNode[] {
    const wanted = this.#resolve(name);
    return this.nodes().filter((node) => this.inputsOf(node).includes(wanted));
  }

  /** The one reader of a value, if it has just one and is not the answer itself. */
  onlyReader(name: string): GraphNode | undefined {
    const [reader, ...more] = this.readers(name);
    return more.length > 0 || this.#resolve(this.#output) === this.#resolve(name)
      ? undefined
      : reader;
  }

  /** Adds a node, or puts another in place of the one of this name. */
  put(node: GraphNode): void {
    this.#nodes.set(node.name, node);
  }

  /** Lets the readers of one node read another, equal value instead. */
  replace(name: string, by: string): void {
    this.#redirected.set(name, by);
  }

  /** Adds a weight and returns its name, which no other has. */
  addWeight(name: string, weight: Weight): string {
    let free = name;
    while (this.weights.has(free)) free = `${free}+`;
    this.weights.set(free, weight);
    return free;
  }

  finish(): Graph {
    const nodes = this.nodes().map((node) => this.#withInputs(node));
    const input = nodes.filter((node) => node.op === 'input');
    const rest = nodes.filter((node) => node.op !== 'input');
    const used = new Set(rest.flatMap(nodeWeights));
    return {
      inputShape: this.#inputShape,
      nodes: [...input, ...rest],
      output: this.#resolve(this.#output),
      weights: new Map([...this.weights].filter(([name]) => used.has(name))),
    };
  }

  #resolve(name: string): string {
    let current = name;
    for (let next = this.#redirected.get(current); next !== undefined;) {
      current = next;
      next = this.#redirected.get(current);
    }
    return current;
  }

  #withInputs(node: GraphNode): GraphNode {
    if (node.op === 'input') return node;
    if ('inputs' in node) return { ...node, inputs: this.inputsOf(node) };
    return { ...node, input: this.#resolve(node.input) };
  }
}
