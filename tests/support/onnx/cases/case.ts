import { goldenValues } from '../../golden-gradients.ts';
import type { Attribute, Node, Tensor } from '../encode.ts';

/** Operators between the image `x` and the value `z`, and the name of what PyTorch made of the same. */
export interface OperatorCase {
  /** What is special about it, where several cases have the same golden values. */
  readonly title: string;
  /** Name in operators.json. */
  readonly golden: string;
  readonly opset: number;
  readonly nodes: readonly Node[];
  readonly weights?: Readonly<Record<string, Tensor>>;
  /** Whether they read `wide`, 12 channels made from the 3 of `x`. */
  readonly widened?: boolean;
}

export function node(
  op: string,
  inputs: string,
  output: string,
  attributes: Readonly<Record<string, Attribute>> = {},
): Node {
  const names = inputs.split(' ').map((name) => (name === '-' ? '' : name));
  return { op, name: `${op} of ${output}`, inputs: names, outputs: output.split(' '), attributes };
}

/** The weights of make_operators.py with a key. */
export function seeded(
  shape: readonly number[],
  key: number,
  change: (value: number) => number = (value) => value,
): Tensor {
  const size = shape.reduce((product, side) => product * side, 1);
  return { shape, values: Array.from(goldenValues(size, key), change) };
}

export function scalar(value: number): Tensor {
  return { shape: [], values: [value] };
}

export function floats(...values: number[]): Tensor {
  return { shape: [values.length], values };
}

/** Makes `wide`, an image of 12 channels, as make_operators.py does. */
export const widening = {
  node: node('Conv', 'x wideWeights', 'wide'),
  weights: { wideWeights: seeded([12, 3, 1, 1], 2) },
};
