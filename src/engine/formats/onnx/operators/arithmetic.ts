import { unsupportedNode, wrongNode } from '../faults.ts';
import type { Constant } from '../values/constant.ts';
import type { Feature } from '../values/value.ts';
import { fitsInto } from '../values/view.ts';
import { addChannels, affine, channelsOf, scaleChannels } from './affine.ts';
import { placed } from './layout.ts';
import type { OperatorContext } from './operator.ts';
import { featureInput, operator } from './operator.ts';

type Merge = 'add' | 'multiply';

/** Two values as one node reads them: place by place, the larger one first. */
function alignedPair(
  context: OperatorContext,
  a: Feature,
  b: Feature,
): readonly [Feature, Feature] {
  if (fitsInto(b, a)) return [a, b];
  if (fitsInto(a, b)) return [b, a];
  const first = placed(context, a).feature;
  const second = placed(context, b).feature;
  if (fitsInto(second, first)) return [first, second];
  if (fitsInto(first, second)) return [second, first];
  throw unsupportedNode(context.node, 'combines two values that lie differently');
}

function mergeTwo(
  context: OperatorContext,
  op: Merge,
  a: Feature,
  b: Feature,
  step?: string,
): Feature {
  const [large, small] = alignedPair(context, a, b);
  const name = step === undefined ? context.node.name : `${context.node.name}:${step}`;
  const inputs = [large.node, small.node];
  const made = context.graph.add(name, { op, inputs, activation: 'linear' });
  return { ...large, node: made };
}

interface WithConstant {
  readonly feature: Feature;
  readonly constant: Constant;
  /** Whether the constant is on the left. */
  readonly turned: boolean;
}

type Operands = readonly [Feature, Feature] | WithConstant;

function operandsOf(context: OperatorContext): Operands {
  const [a, b] = context.inputs;
  if (a?.kind === 'constant')
    return { feature: featureInput(context, 1), constant: a, turned: true };
  if (b?.kind === 'constant') return { feature: featureInput(context), constant: b, turned: false };
  return [featureInput(context), featureInput(context, 1)];
}

function hasConstant(operands: Operands): operands is WithConstant {
  return 'constant' in operands;
}

export const add = operator([], (context) => {
  const operands = operandsOf(context);
  return hasConstant(operands)
    ? addChannels(context, channelsOf(context, operands.feature, operands.constant))
    : mergeTwo(context, 'add', ...operands);
});

export const multiply = operator([], (context) => {
  const operands = operandsOf(context);
  return hasConstant(operands)
    ? scaleChannels(context, channelsOf(context, operands.feature, operands.constant))
    : mergeTwo(context, 'multiply', ...operands);
});

export const subtract = operator([], (context) => {
  const operands = operandsOf(context);
  if (!hasConstant(operands)) {
    const [a, b] = operands;
    return mergeTwo(context, 'add', a, affine(context, b, { scale: -1 }, 'negative'));
  }
  const { feature, numbers } = channelsOf(context, operands.feature, operands.constant);
  return operands.turned
    ? affine(context, feature, { scale: -1, shift: numbers })
    : addChannels(context, { feature, numbers: numbers.map((value) => -value) });
});

export const divide = operator([], (context) => {
  const operands = operandsOf(context);
  if (!hasConstant(operands) || operands.turned) {
    throw unsupportedNode(context.node, 'divides by what depends on the image');
  }
  const { feature, numbers } = channelsOf(context, operands.feature, operands.constant);
  return scaleChannels(context, { feature, numbers: numbers.map((value) => 1 / value) });
});

export const negate = operator([], (context) =>
  affine(context, featureInput(context), { scale: -1 }),
);

/** Sum of any number of values. */
export const sum = operator([], (context) => {
  const [first, ...rest] = context.inputs.map((_, index) => featureInput(context, index));
  if (first === undefined) throw wrongNode(context.node, 'has no inputs');
  return rest.reduce(
    (total, next, index) =>
      mergeTwo(context, 'add', total, next, index + 1 < rest.length ? `${index}` : undefined),
    first,
  );
});
