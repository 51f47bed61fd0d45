import type { Padding, Pair } from '../../graph/graph.ts';
import {
  checkLayout,
  float,
  integer,
  integers,
  spatialPair,
  string,
  texts,
  unsupportedOperation,
} from './attributes.ts';
import { pointwise } from './activation-nodes.ts';
import { addBatchNorm } from './batch-norm.ts';
import type { ConstantValue, GraphValue, Operands, TensorValue } from './graph-value.ts';
import type { GraphWriter } from './graph-writer.ts';
import type { Translator } from './translator.ts';

/** SAME, VALID, or the rows and columns that an operation lists. */
export function paddingOf({ operation }: Operands): Padding {
  const padding = string(operation, 'padding');
  if (padding === 'SAME') return 'same';
  if (padding === 'VALID') return 'valid';
  const sides = integers(operation, 'explicit_paddings') ?? [];
  const [, , top, bottom, left, right] = sides;
  if (top === undefined || bottom === undefined || left === undefined || right === undefined) {
    throw unsupportedOperation(operation, `pads in the way "${padding ?? ''}"`);
  }
  return [top, bottom, left, right];
}

/** A 1×1 convolution of a vector, which some networks write as an image of one cell. */
function convolveVector(
  operands: Operands,
  writer: GraphWriter,
  name: string,
  x: TensorValue,
  filter: ConstantValue,
): TensorValue {
  const [height, width, inputs = 0, outputs = 0] = filter.shape;
  if (height !== 1 || width !== 1 || operands.operation.op.includes('epthwise')) {
    throw unsupportedOperation(operands.operation, 'needs an image but gets a vector');
  }
  const kernel = writer.weight(`${name}/kernel`, [inputs, outputs], filter.values);
  const input = writer.vector(x);
  const node = { op: 'dense', name, input, kernel, activation: 'linear' } as const;
  return writer.add(node, [1, 1, outputs]);
}

/** The convolution alone, without what is fused into it. */
function convolve(operands: Operands, writer: GraphWriter, name: string): TensorValue {
  const { operation } = operands;
  checkLayout(operation);
  const given = operands.value(0);
  const blocks = given.kind === 'tensor' ? given.blocks : undefined;
  const x = given.kind === 'tensor' && blocks !== undefined ? given : operands.tensor(0);
  const filter = operands.constant(1);
  const depthwise = operation.op.includes('epthwise');
  const image = writer.image(x);
  if (image === undefined) return convolveVector(operands, writer, name, x, filter);
  const channels = writer.shapeOf(image)[2] ?? 0;
  const [, , read = 0] = filter.shape;
  const dilations: Pair = spatialPair(operation, 'dilations');
  const strides = spatialPair(operation, 'strides');
  const padding = paddingOf(operands);
  if (
    blocks !== undefined &&
    (padding !== 'valid' || [...strides, ...dilations].some((n) => n > 1))
  ) {
    throw unsupportedOperation(operation, 'moves or pads over an image dealt out to blocks');
  }
  const value = writer.add({
    op: depthwise ? 'depthwiseConv2d' : 'conv2d',
    name,
    input: image,
    filter: writer.weight(`${name}/kernel`, filter.shape, filter.values),
    strides,
    dilations: blocks?.size ?? dilations,
    padding: blocks?.padding ?? padding,
    activation: 'linear',
    groups: depthwise || read === 0 ? 1 : channels / read,
  });
  return blocks === undefined ? value : { ...value, blocks: { ...blocks, convolved: true } };
}

/** Applies what was fused into an operation, in order, and names the last step after it. */
export function applyFused(
  operands: Operands,
  writer: GraphWriter,
  firstExtra: number,
  make: (name: string) => TensorValue,
): readonly GraphValue[] {
  const { operation } = operands;
  const steps = texts(operation, 'fused_ops');
  const name = (step: number): string =>
    step === steps.length ? operation.name : `${operation.name}:${step}`;
  let value = make(name(0));
  let extra = firstExtra;
  if ((integer(operation, 'num_args') ?? 0) + firstExtra !== operands.values.length) {
    throw unsupportedOperation(operation, 'has another number of inputs than it says');
  }
  for (const [index, step] of steps.entries()) {
    const own = name(index + 1);
    const activation = pointwise(step, operation);
    if (activation !== undefined) {
      const node = { op: 'activation', name: own, input: value.node, ...activation } as const;
      value = { ...value, node: writer.add(node).node };
    } else if (step === 'BiasAdd') {
      value = withBias(operands, writer, value, operands.constant(extra), own);
      extra += 1;
    } else if (step === 'FusedBatchNorm') {
      const epsilon = float(operation, 'epsilon') ?? 0;
      const parts = [0, 1, 2, 3].map((at) => operands.constant(extra + at));
      value = addBatchNorm(writer, value, parts, epsilon, own);
      extra += 4;
    } else {
      throw unsupportedOperation(operation, `applies "${step}"`);
    }
  }
  return [value];
}

function withBias(
  { operation }: Operands,
  writer: GraphWriter,
  value: TensorValue,
  bias: ConstantValue,
  name: string,
): TensorValue {
  const channels = value.shape.at(-1) ?? 0;
  if (bias.values.length !== channels) {
    throw unsupportedOperation(
      operation,
      `adds ${bias.values.length} numbers to ${channels} channels`,
    );
  }
  const node = {
    op: 'affine',
    name,
    input: value.node,
    scale: writer.weight(`${name}/scale`, [channels], new Float32Array(channels).fill(1)),
    shift: writer.weight(`${name}/bias`, [channels], bias.values),
    activation: 'linear',
  } as const;
  return { ...value, node: writer.add(node).node };
}

export const convolution: Translator = (operands, writer) =>
  applyFused(operands, writer, 2, (name) => convolve(operands, writer, name));

export const biasAdd: Translator = (operands, writer) => {
  checkLayout(operands.operation);
  const { name } = operands.operation;
  return [withBias(operands, writer, operands.tensor(0), operands.constant(1), name)];
};
