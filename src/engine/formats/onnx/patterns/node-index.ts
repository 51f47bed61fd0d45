import { nodeConstant } from '../values/node-constant.ts';
import type { NodeMessage } from '../wire/messages.ts';
import type { WeightSource } from '../model-source.ts';

/** Operators whose value is that of their input, where it is a number. */
const TRANSPARENT = new Set(['Identity', 'Cast']);

/** How many of them are looked through; keeps a forged circle from going on for ever. */
const DEPTH = 4;

/** Finds the nodes behind values. */
export class NodeIndex {
  readonly #makers = new Map<string, NodeMessage>();
  readonly #weights: WeightSource;

  constructor(nodes: readonly NodeMessage[], weights: WeightSource) {
    this.#weights = weights;
    for (const node of nodes) for (const output of node.outputs) this.#makers.set(output, node);
  }

  /** The node that gives a value, where it is one of a kind. */
  maker(value: string | undefined, ...ops: readonly string[]): NodeMessage | undefined {
    const node = value === undefined ? undefined : this.#makers.get(value);
    return node !== undefined && node.domain === '' && ops.includes(node.op) ? node : undefined;
  }

  /** A constant that is a single number. */
  number(value: string | undefined, depth = DEPTH): number | undefined {
    if (value === undefined) return undefined;
    const node = this.#makers.get(value);
    if (node !== undefined && TRANSPARENT.has(node.op) && depth > 0) {
      return this.number(node.inputs[0], depth - 1);
    }
    const constant = node?.op === 'Constant' ? nodeConstant(node) : this.#weights.get(value);
    return constant?.values.length === 1 ? constant.values[0] : undefined;
  }

  /** A node with two inputs, one of them a number: the other, and the number. */
  withNumber({ inputs: [a, b] }: NodeMessage): { value: string; number: number } | undefined {
    const left = this.number(a);
    const right = this.number(b);
    if (right !== undefined && a !== undefined && left === undefined)
      return { value: a, number: right };
    return left !== undefined && b !== undefined && right === undefined
      ? { value: b, number: left }
      : undefined;
  }
}

export function near(a: number | undefined, b: number): boolean {
  return a !== undefined && Math.abs(a - b) <= 1e-3 * Math.abs(b);
}
