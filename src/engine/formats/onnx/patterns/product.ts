import type { NodeMessage } from '../wire/messages.ts';
import type { NodeIndex } from './node-index.ts';

export interface Product {
  /** Product of the numbers. */
  readonly scale: number;
  /** Values that are multiplied, at most a few. */
  readonly values: readonly string[];
}

/** How many nodes deep a product is taken apart. */
const DEPTH = 3;

/**
 * A chain of multiplications, and divisions by numbers, as the values and the number that it
 * multiplies.
 * @param whole values that are not taken apart
 */
export function productOf(
  index: NodeIndex,
  node: NodeMessage,
  whole: ReadonlySet<string>,
  depth = DEPTH,
): Product {
  const parts = node.inputs.map((input): Product => {
    const number = index.number(input);
    if (number !== undefined) return { scale: number, values: [] };
    const maker = whole.has(input) || depth === 0 ? undefined : index.maker(input, 'Mul', 'Div');
    const inner = maker === undefined ? undefined : productOf(index, maker, whole, depth - 1);
    return inner ?? { scale: 1, values: [input] };
  });
  const [a, b] = parts;
  if (a === undefined || b === undefined) return { scale: 1, values: node.outputs.slice(0, 1) };
  if (node.op === 'Mul') return { scale: a.scale * b.scale, values: [...a.values, ...b.values] };
  return b.values.length === 0
    ? { scale: a.scale / b.scale, values: a.values }
    : { scale: 1, values: node.outputs.slice(0, 1) };
}

/** Whether a product is scale · a · b. */
export function isProduct(product: Product, a: string, b: string): boolean {
  const [first, second, ...more] = product.values;
  return more.length === 0 && ((first === a && second === b) || (first === b && second === a));
}
