import { z } from '../../protocol/zod.ts';
import type { ActivationNode, PointwiseActivation } from '../graph/graph.ts';
import { type ImportContext, type Importer, onlyInput, STEP_MARK } from './import-context.ts';
import { field, unsupported } from './layer-config.ts';

/** What an activation does, without its name and input. */
export type ActivationKind =
  Omit<ActivationNode, 'name' | 'input'> | { readonly op: 'softmax' | 'logSoftmax' };

const pointwise = (
  activation: PointwiseActivation,
  parameters: { readonly alpha?: number; readonly beta?: number } = {},
): ActivationKind => ({ op: 'activation', activation, ...parameters });

/** By name in lower case without underscores: Keras, its third version and TensorFlow.js differ in them. */
const KINDS: ReadonlyMap<string, ActivationKind> = new Map([
  ['linear', pointwise('linear')],
  ['relu', pointwise('relu')],
  ['relu6', pointwise('relu6')],
  ['sigmoid', pointwise('sigmoid')],
  ['tanh', pointwise('tanh')],
  ['softplus', pointwise('softplus')],
  ['elu', pointwise('elu')],
  ['swish', pointwise('silu')],
  ['silu', pointwise('silu')],
  ['hardswish', pointwise('hardSwish')],
  ['hardsilu', pointwise('hardSwish')],
  ['hardsigmoid', pointwise('hardSigmoid')],
  ['gelu', pointwise('gelu')],
  ['gelunew', pointwise('geluTanh')],
  ['leakyrelu', pointwise('leakyRelu', { alpha: 0.2 })],
  ['softmax', { op: 'softmax' }],
  ['logsoftmax', { op: 'logSoftmax' }],
]);

/** What older versions of Keras mean otherwise; from the third on the line is x / 6 + ½. */
const KINDS_BEFORE_3: ReadonlyMap<string, ActivationKind> = new Map([
  ['hardsigmoid', pointwise('hardSigmoid', { alpha: 0.2, beta: 0.5 })],
]);

const activationName = z
  .union([
    z.string(),
    // As Keras 3 writes a function; a layer with settings of its own in this place is not read.
    z
      .object({ class_name: z.literal('function'), config: z.string() })
      .transform(({ config }) => config),
  ])
  .nullish()
  .transform((name) => name ?? 'linear');

/** The activation that a layer's config names. */
export function activationKind({ layer, keras }: ImportContext): ActivationKind {
  const name = field(layer, 'activation', activationName);
  const key = name.toLowerCase().replaceAll('_', '');
  const kind = (keras < 3 ? KINDS_BEFORE_3.get(key) : undefined) ?? KINDS.get(key);
  if (kind === undefined)
    throw unsupported(layer, `has the activation "${name}", which cannot be run`);
  return kind;
}

export const activation: Importer = (context) => [
  {
    ...activationKind(context),
    name: context.layer.name,
    input: onlyInput(context),
  },
];

export const relu: Importer = (context) => {
  const { layer } = context;
  const name = layer.name;
  const input = onlyInput(context);
  const most = field(layer, 'max_value', z.number().positive().nullish()) ?? Infinity;
  const slope = field(layer, 'negative_slope', z.number().nullish()) ?? 0;
  const threshold = field(layer, 'threshold', z.number().nullish()) ?? 0;
  if (threshold !== 0) throw unsupported(layer, 'is a ReLU with a threshold, which cannot be run');
  if (slope === 0) {
    if (most === Infinity) return [{ op: 'activation', name, input, activation: 'relu' }];
    if (most === 6) return [{ op: 'activation', name, input, activation: 'relu6' }];
    return [{ op: 'activation', name, input, activation: 'clip', alpha: 0, beta: most }];
  }
  const leaky = { op: 'activation', input, activation: 'leakyRelu', alpha: slope } as const;
  if (most === Infinity) return [{ ...leaky, name }];
  const inner = `${name}${STEP_MARK}leaky`;
  return [
    { ...leaky, name: inner },
    { op: 'activation', name, input: inner, activation: 'clip', beta: most },
  ];
};

export const leakyRelu: Importer = (context) => {
  const { layer } = context;
  const slope = z.number().nullish();
  const alpha = field(layer, 'alpha', slope) ?? field(layer, 'negative_slope', slope) ?? 0.3;
  return [
    {
      op: 'activation',
      name: layer.name,
      input: onlyInput(context),
      activation: 'leakyRelu',
      alpha,
    },
  ];
};

export const elu: Importer = (context) => {
  const { layer } = context;
  const alpha = field(layer, 'alpha', z.number().nullish()) ?? 1;
  return [
    { op: 'activation', name: layer.name, input: onlyInput(context), activation: 'elu', alpha },
  ];
};
