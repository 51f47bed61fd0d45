import { flagAttribute, integerAttribute, integersAttribute } from '../attributes.ts';
import { unsupportedNode, wrongNode } from '../faults.ts';
import { elementCount, integers } from '../values/constant.ts';
import type { Feature } from '../values/value.ts';
import { regrouped, viewSizes } from '../values/view.ts';
import type { OperatorContext } from './operator.ts';
import { constantInput, featureInput, frontAxis, integersOf, operator } from './operator.ts';

/** Sides of a value as ONNX counts them, the batch first. */
function sizesOf({ graph }: OperatorContext, feature: Feature): readonly number[] {
  return [graph.batch, ...viewSizes(feature)];
}

/** @param sizes sides after the batch */
function reshaped({ node }: OperatorContext, feature: Feature, sizes: readonly number[]): Feature {
  const view = regrouped(feature, sizes);
  if (view === undefined) {
    throw unsupportedNode(
      node,
      `reshapes [${viewSizes(feature).join(', ')}] to [${sizes.join(', ')}], which cuts across its axes`,
    );
  }
  return { kind: 'feature', node: feature.node, ...view };
}

/** Sides that a Reshape asks for, with 0 and −1 filled in. */
function resolvedShape(
  { node }: OperatorContext,
  given: readonly number[],
  wanted: readonly number[],
  zeroIsZero: boolean,
): readonly number[] {
  const copied = wanted.map((side, axis) =>
    side === 0 && !zeroIsZero ? (given[axis] ?? 0) : side,
  );
  const known = copied.filter((side) => side !== -1);
  const total = elementCount(given);
  const rest = total / elementCount(known);
  const sizes = copied.map((side) => (side === -1 ? rest : side));
  const whole = sizes.every((side) => Number.isInteger(side) && side > 0);
  if (!whole || copied.length - known.length > 1 || elementCount(sizes) !== total) {
    throw wrongNode(node, `reshapes [${given.join(', ')}] to [${wanted.join(', ')}]`);
  }
  return sizes;
}

export const reshape = operator(['allowzero', 'shape'], (context) => {
  const { node, graph } = context;
  const feature = featureInput(context);
  const wanted = integersOf(context, 'shape', 1) ?? [];
  const given = sizesOf(context, feature);
  const [batch = 0, ...sizes] = resolvedShape(
    context,
    given,
    wanted,
    flagAttribute(node, 'allowzero'),
  );
  if (batch !== graph.batch) throw unsupportedNode(node, 'joins the images of a batch');
  return reshaped(context, feature, sizes);
});

export const flatten = operator(['axis'], (context) => {
  const { node } = context;
  const feature = featureInput(context);
  const axis = integerAttribute(node, 'axis', 1);
  const front = axis < 0 ? axis + feature.axes.length + 1 : axis;
  if (front !== 1)
    throw unsupportedNode(node, `flattens from axis ${axis}, not from the first after the batch`);
  return reshaped(context, feature, [elementCount(viewSizes(feature))]);
});

export const transpose = operator(['perm'], (context) => {
  const { node } = context;
  const feature = featureInput(context);
  const rank = feature.axes.length + 1;
  const order =
    integersAttribute(node, 'perm') ?? Array.from({ length: rank }, (_, axis) => rank - 1 - axis);
  const whole = order.length === rank && new Set(order).size === rank;
  if (!whole) throw wrongNode(node, `orders ${rank} axes as [${order.join(', ')}]`);
  if (order[0] !== 0) throw unsupportedNode(node, 'moves the batch from its place');
  const axes = order.slice(1).map((axis) => feature.axes[frontAxis(node, axis, rank) - 1] ?? []);
  return { ...feature, axes };
});

export const squeeze = operator(['axes'], (context) => {
  const { node, graph } = context;
  const feature = featureInput(context);
  const sizes = sizesOf(context, feature);
  const ones = sizes.flatMap((size, axis) => (size === 1 && axis > 0 ? [axis] : []));
  const axes =
    integersOf(context, 'axes', 1)?.map((axis) => frontAxis(node, axis, sizes.length)) ?? ones;
  if (axes.includes(0)) {
    const only = graph.batch === 1 ? 'leaves out the batch' : 'leaves out a side that is not 1';
    throw unsupportedNode(node, only);
  }
  if (axes.some((axis) => sizes[axis] !== 1))
    throw wrongNode(node, 'leaves out a side that is not 1');
  return { ...feature, axes: feature.axes.filter((_, index) => !axes.includes(index + 1)) };
});

export const unsqueeze = operator(['axes'], (context) => {
  const { node } = context;
  const feature = featureInput(context);
  const added = integersOf(context, 'axes', 1) ?? [];
  const rank = feature.axes.length + 1 + added.length;
  const places = new Set(added.map((axis) => frontAxis(node, axis, rank)));
  if (places.has(0)) throw unsupportedNode(node, 'puts an axis before the batch');
  const left = [...feature.axes];
  const axes = Array.from({ length: rank - 1 }, (_, index) =>
    places.has(index + 1) ? [] : (left.shift() ?? []),
  );
  return { ...feature, axes };
});

/** Sides of a value; those of the image are known, so what is computed from them is constant. */
export const shape = operator(['start', 'end'], (context) => {
  const { node, inputs } = context;
  const [input] = inputs;
  if (input === undefined) throw wrongNode(node, 'lacks its input');
  const sizes = input.kind === 'constant' ? input.shape : sizesOf(context, input);
  const part = sizes.slice(
    integerAttribute(node, 'start', 0),
    integerAttribute(node, 'end', sizes.length),
  );
  return integers(part, [part.length]);
});

export const identity = operator([], (context) => {
  const [input] = context.inputs;
  return input ?? constantInput(context, 0);
});

/** TensorProto.DataType of floating-point numbers. */
const FLOATS = new Set([1, 10, 11, 16]);

/** Between types of floating-point numbers nothing changes: the graph has but one. */
export const cast = operator(['to', 'saturate'], (context) => {
  const type = integerAttribute(context.node, 'to', 1);
  if (FLOATS.has(type)) return featureInput(context);
  throw unsupportedNode(context.node, 'turns values of the image into whole numbers');
});
