import type { Conversion } from '../conversion.ts';
import { unsupportedNode, wrongNode } from '../faults.ts';
import type { Constant } from '../values/constant.ts';
import type { Feature, Value } from '../values/value.ts';
import type { NodeMessage } from '../wire/messages.ts';

export interface OperatorContext {
  readonly node: NodeMessage;
  readonly opset: number;
  /** Undefined where an optional input is left out. */
  readonly inputs: readonly (Value | undefined)[];
  /** The graph that grows. */
  readonly graph: Conversion;
}

/** Turns a node of ONNX into values; all but the first output are seldom used. */
export type Convert = (context: OperatorContext) => Value | readonly Value[];

export interface Operator {
  /** Attributes that are understood; another one is refused by name. */
  readonly attributes: readonly string[];
  readonly convert: Convert;
}

export function operator(attributes: readonly string[], convert: Convert): Operator {
  return { attributes, convert };
}

/** An input that depends on the image. */
export function featureInput({ node, inputs }: OperatorContext, index = 0): Feature {
  const input = inputs[index];
  if (input === undefined) throw wrongNode(node, `lacks its input ${index + 1}`);
  if (input.kind === 'feature') return input;
  throw unsupportedNode(node, `reads a constant as its input ${index + 1}`);
}

/** An input that must not depend on the image, such as a weight. */
export function constantInput({ node, inputs }: OperatorContext, index: number): Constant {
  const input = inputs[index];
  if (input === undefined) throw wrongNode(node, `lacks its input ${index + 1}`);
  if (input.kind === 'constant') return input;
  throw unsupportedNode(node, `computes its input ${index + 1} from the image`);
}

/** As {@link constantInput}, for an input that may be left out. */
export function optionalConstant(context: OperatorContext, index: number): Constant | undefined {
  return context.inputs[index] === undefined ? undefined : constantInput(context, index);
}

/** Whole numbers that are an attribute in older operator sets and an input in newer ones. */
export function integersOf(
  context: OperatorContext,
  attribute: string,
  input: number,
): readonly number[] | undefined {
  const given = optionalConstant(context, input);
  return given === undefined
    ? context.node.attributes.get(attribute)?.integers
    : Array.from(given.values);
}

/** A number that is an attribute in older operator sets and an input in newer ones. */
export function numberOf(
  context: OperatorContext,
  attribute: string,
  input: number,
): number | undefined {
  const given = optionalConstant(context, input);
  return given === undefined ? context.node.attributes.get(attribute)?.float : given.values[0];
}

/** An axis counted from the front, 0 being the batch. */
export function frontAxis(node: NodeMessage, axis: number, rank: number): number {
  const front = axis < 0 ? axis + rank : axis;
  if (Number.isInteger(front) && front >= 0 && front < rank) return front;
  throw wrongNode(node, `names axis ${axis} of a tensor with ${rank}`);
}
