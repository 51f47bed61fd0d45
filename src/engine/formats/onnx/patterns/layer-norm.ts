import { integerAttribute, integersAttribute } from '../attributes.ts';
import type { WeightSource } from '../model-source.ts';
import type { AttributeMessage, NodeMessage } from '../wire/messages.ts';
import type { NodeIndex } from './node-index.ts';
import { near } from './node-index.ts';
import { COMPOSED } from './pointwise.ts';

const blank = {
  float: undefined,
  integer: undefined,
  text: undefined,
  tensor: undefined,
  floats: [],
  integers: [],
} as const;

/** Axes of a mean that keeps its sides, so that it can be subtracted again. */
function meanAxes(node: NodeMessage, weights: WeightSource): readonly number[] | undefined {
  if (integerAttribute(node, 'keepdims', 1) !== 1) return undefined;
  const given = node.inputs[1] === undefined ? undefined : weights.get(node.inputs[1]);
  return given === undefined ? integersAttribute(node, 'axes') : Array.from(given.values);
}

/** x − mean(x) as the node that subtracts. */
function centred(
  index: NodeIndex,
  value: string | undefined,
): { x: string; mean: NodeMessage } | undefined {
  const sub = index.maker(value, 'Sub');
  const [x, subtracted] = sub?.inputs ?? [];
  const mean = index.maker(subtracted, 'ReduceMean');
  return x !== undefined && mean?.inputs[0] === x ? { x, mean } : undefined;
}

/** The value that is squared: by Pow with 2, or multiplied with itself. */
function squared(index: NodeIndex, value: string | undefined): string | undefined {
  const power = index.maker(value, 'Pow');
  if (power !== undefined && near(index.number(power.inputs[1]), 2)) return power.inputs[0];
  const product = index.maker(value, 'Mul');
  return product !== undefined && product.inputs[0] === product.inputs[1]
    ? product.inputs[0]
    : undefined;
}

/**
 * Layer norm (Ba et al. 2016) written out, (x − mean) / √(mean((x − mean)²) + ε), as operator sets
 * before 17 must.
 * @returns one node in place of the division, or undefined
 */
export function writtenLayerNorm(
  index: NodeIndex,
  node: NodeMessage,
  weights: WeightSource,
): NodeMessage | undefined {
  if (node.domain !== '' || node.op !== 'Div') return undefined;
  const top = centred(index, node.inputs[0]);
  const root = index.maker(node.inputs[1], 'Sqrt');
  const sum = index.maker(root?.inputs[0], 'Add');
  const shifted = sum === undefined ? undefined : index.withNumber(sum);
  const variance = index.maker(shifted?.value, 'ReduceMean');
  const below = centred(index, squared(index, variance?.inputs[0]));
  if (top === undefined || below?.x !== top.x || variance === undefined || shifted === undefined) {
    return undefined;
  }
  const axes = meanAxes(top.mean, weights);
  const same = [below.mean, variance].every(
    (mean) => meanAxes(mean, weights)?.join() === axes?.join(),
  );
  if (axes === undefined || !same) return undefined;
  const attributes = new Map<string, AttributeMessage>([
    ['axes', { ...blank, name: 'axes', integers: axes }],
    ['epsilon', { ...blank, name: 'epsilon', float: shifted.number }],
  ]);
  return { ...node, op: 'LayerNormalization', domain: COMPOSED, inputs: [top.x], attributes };
}
