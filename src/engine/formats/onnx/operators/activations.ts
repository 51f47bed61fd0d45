import type { PointwiseActivation } from '../../../graph/graph.ts';
import { floatAttribute, textAttribute } from '../attributes.ts';
import { unsupportedNode } from '../faults.ts';
import type { Feature } from '../values/value.ts';
import { affine, channelsOf } from './affine.ts';
import type { Operator, OperatorContext } from './operator.ts';
import { constantInput, featureInput, numberOf, operator, optionalConstant } from './operator.ts';

interface Parameters {
  readonly alpha?: number;
  readonly beta?: number;
}

function activate(
  { node, graph }: OperatorContext,
  feature: Feature,
  activation: PointwiseActivation,
  parameters: Parameters = {},
  step?: string,
): Feature {
  const name = step === undefined ? node.name : `${node.name}:${step}`;
  const plan = { op: 'activation', input: feature.node, activation, ...parameters } as const;
  return { ...feature, node: graph.add(name, plan) };
}

/** An activation without attributes. */
export function plain(activation: PointwiseActivation): Operator {
  return operator([], (context) => activate(context, featureInput(context), activation));
}

export const leakyRelu = operator(['alpha'], (context) =>
  activate(context, featureInput(context), 'leakyRelu', {
    alpha: floatAttribute(context.node, 'alpha', 0.01),
  }),
);

export const elu = operator(['alpha'], (context) =>
  activate(context, featureInput(context), 'elu', {
    alpha: floatAttribute(context.node, 'alpha', 1),
  }),
);

export const hardSigmoid = operator(['alpha', 'beta'], (context) =>
  activate(context, featureInput(context), 'hardSigmoid', {
    alpha: floatAttribute(context.node, 'alpha', 0.2),
    beta: floatAttribute(context.node, 'beta', 0.5),
  }),
);

export const gelu = operator(['approximate'], (context) => {
  const kind = textAttribute(context.node, 'approximate', 'none');
  if (kind !== 'none' && kind !== 'tanh') {
    throw unsupportedNode(context.node, `has the approximation "${kind}"`);
  }
  return activate(context, featureInput(context), kind === 'tanh' ? 'geluTanh' : 'gelu');
});

/** Values at or beyond this bound nothing: exporters write the limits of their number type. */
const UNBOUNDED = 3e38;

function clipped(context: OperatorContext, feature: Feature, low: number, high: number): Feature {
  const top = high >= UNBOUNDED;
  if (low === 0 && (top || high === 6)) return activate(context, feature, top ? 'relu' : 'relu6');
  return activate(context, feature, 'clip', {
    ...(low <= -UNBOUNDED ? {} : { alpha: low }),
    ...(top ? {} : { beta: high }),
  });
}

export const clip = operator(['min', 'max'], (context) =>
  clipped(
    context,
    featureInput(context),
    numberOf(context, 'min', 1) ?? -Infinity,
    numberOf(context, 'max', 2) ?? Infinity,
  ),
);

/** Max and Min of a value and a number. */
export function bound(side: 'low' | 'high'): Operator {
  return operator([], (context) => {
    const at = context.inputs[0]?.kind === 'constant' ? 1 : 0;
    const { values } = constantInput(context, 1 - at);
    const [limit = 0] = values;
    if (values.length !== 1 || context.inputs.length !== 2) {
      throw unsupportedNode(context.node, 'compares with something else than one number');
    }
    const feature = featureInput(context, at);
    return side === 'low'
      ? clipped(context, feature, limit, Infinity)
      : clipped(context, feature, -Infinity, limit);
  });
}

/** A leaky ReLU; where channels have slopes of their own, relu(x) − slope · relu(−x). */
export const pRelu = operator([], (context) => {
  const slope = constantInput(context, 1);
  const { feature, numbers } = channelsOf(context, featureInput(context), slope);
  const [first = 0] = numbers;
  if (numbers.every((value) => value === first)) {
    return activate(context, feature, 'leakyRelu', { alpha: first });
  }
  const above = activate(context, feature, 'relu', {}, 'above');
  const turned = affine(context, feature, { scale: -1 }, 'turned');
  const below = activate(context, turned, 'relu', {}, 'below');
  const sloped = affine(context, below, { scale: numbers.map((value) => -value) }, 'sloped');
  const inputs = [above.node, sloped.node];
  const made = context.graph.add(context.node.name, { op: 'add', inputs, activation: 'linear' });
  return { ...feature, node: made };
});

/** The identity outside training. */
export const dropout = operator(['ratio', 'seed', 'is_test'], (context) => {
  const { node, graph } = context;
  const feature = featureInput(context);
  if ((optionalConstant(context, 2)?.values[0] ?? 0) !== 0) {
    throw unsupportedNode(node, 'drops values outside training too');
  }
  const rate = numberOf(context, 'ratio', 1) ?? 0.5;
  if (!(rate >= 0 && rate < 1)) throw unsupportedNode(node, `drops a share of ${rate}`);
  return { ...feature, node: graph.add(node.name, { op: 'dropout', input: feature.node, rate }) };
});
