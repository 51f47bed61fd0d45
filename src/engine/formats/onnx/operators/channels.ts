import { integerAttribute, textAttribute } from '../attributes.ts';
import { unsupportedNode, wrongNode } from '../faults.ts';
import { elementCount } from '../values/constant.ts';
import type { Feature } from '../values/value.ts';
import type { Side } from '../values/view.ts';
import { sideOf, sideSize } from '../values/view.ts';
import { placed } from './layout.ts';
import type { OperatorContext } from './operator.ts';
import { MOST_PADDING } from './window-pads.ts';
import {
  constantInput,
  featureInput,
  frontAxis,
  integersOf,
  operator,
  optionalConstant,
} from './operator.ts';

/** A value whose last side in the graph is a given axis of ONNX. */
function alongChannels(context: OperatorContext, given: Feature, axis: number): Feature {
  const { feature, placement } = placed(context, given);
  if (placement[axis] === feature.memory.length - 1) return feature;
  throw unsupportedNode(
    context.node,
    `works along axis ${axis + 1}, which does not hold the channels`,
  );
}

/** The value after its channels, one of ONNX's axes, became others. */
function withChannels(feature: Feature, axis: number, node: string, size: number): Feature {
  const side: Side = sideOf(size);
  return {
    kind: 'feature',
    node,
    memory: [...feature.memory.slice(0, -1), side],
    axes: feature.axes.map((own, index) => (index === axis ? side : own)),
  };
}

export const concat = operator(['axis'], (context) => {
  const { node, graph } = context;
  const given = context.inputs.map((_, index) => featureInput(context, index));
  const rank = (given[0]?.axes.length ?? 0) + 1;
  const axis = frontAxis(node, integerAttribute(node, 'axis', 1), rank) - 1;
  if (axis < 0) throw unsupportedNode(node, 'joins batches');
  const features = given.map((feature) => {
    const flat = feature.axes.length === 1 && feature.memory.length > 1;
    return alongChannels(context, flat ? asVector(context, feature) : feature, axis);
  });
  const [first] = features;
  if (first === undefined) throw wrongNode(node, 'has no inputs');
  const size = features.reduce((sum, { axes }) => sum + sideSize(axes[axis] ?? []), 0);
  const inputs = features.map((feature) => feature.node);
  const made = graph.add(node.name, { op: 'concat', inputs, activation: 'linear' });
  return withChannels(first, axis, made, size);
});

/** Pooled images [1, 1, channels] as vectors; others have no order in which they could be joined. */
function asVector({ graph, node }: OperatorContext, feature: Feature): Feature {
  const order = feature.memory.flat();
  if (!order.every((factor, index) => factor === feature.axes[0]?.[index])) {
    throw unsupportedNode(node, 'joins flattened images');
  }
  const flat = graph.addStep(node.name, 'flat', { op: 'flatten', input: feature.node });
  return { ...feature, node: flat, memory: [order] };
}

/** Channels `start` … `start + size − 1` of a value. */
function part(
  context: OperatorContext,
  feature: Feature,
  axis: number,
  start: number,
  size: number,
  step?: string,
) {
  const { node, graph } = context;
  const channels = sideSize(feature.axes[axis] ?? []);
  if (start === 0 && size === channels) return feature;
  const plan = { op: 'sliceChannels', input: feature.node, start, size } as const;
  const name =
    step === undefined ? graph.add(node.name, plan) : graph.addStep(node.name, step, plan);
  return withChannels(feature, axis, name, size);
}

export const split = operator(['axis', 'split', 'num_outputs'], (context) => {
  const { node } = context;
  const given = featureInput(context);
  const axis = frontAxis(node, integerAttribute(node, 'axis', 0), given.axes.length + 1) - 1;
  if (axis < 0) throw unsupportedNode(node, 'splits batches');
  const feature = alongChannels(context, given, axis);
  const channels = sideSize(feature.axes[axis] ?? []);
  const count = integerAttribute(node, 'num_outputs', node.outputs.length);
  const each = Math.ceil(channels / Math.max(1, count));
  const sizes =
    integersOf(context, 'split', 1) ??
    Array.from({ length: count }, (_, index) => Math.min(each, channels - index * each));
  const whole = sizes.every((size) => Number.isInteger(size) && size > 0);
  if (!whole || sizes.reduce((sum, size) => sum + size, 0) !== channels) {
    throw wrongNode(node, `splits ${channels} channels into [${sizes.join(', ')}]`);
  }
  let start = 0;
  return sizes.map((size, index) => {
    const from = start;
    start += size;
    return part(context, feature, axis, from, size, `${index}`);
  });
});

/** A place counted from the end where negative, held to the axis. */
function clampPlace(place: number, size: number): number {
  return Math.min(size, Math.max(0, place < 0 ? place + size : place));
}

export const slice = operator(['axes', 'ends', 'starts'], (context) => {
  const { node } = context;
  let feature = featureInput(context);
  const starts = integersOf(context, 'starts', 1) ?? [];
  const ends = integersOf(context, 'ends', 2) ?? [];
  const axes = integersOf(context, 'axes', 3) ?? starts.map((_, index) => index);
  const steps = optionalConstant(context, 4)?.values ?? [];
  axes.forEach((named, index) => {
    const axis = frontAxis(node, named, feature.axes.length + 1) - 1;
    const size = axis < 0 ? context.graph.batch : sideSize(feature.axes[axis] ?? []);
    const start = clampPlace(starts[index] ?? 0, size);
    const end = clampPlace(ends[index] ?? size, size);
    if ((steps[index] ?? 1) !== 1) throw unsupportedNode(node, 'takes every second value or fewer');
    if (start === 0 && end === size) return;
    if (axis < 0) throw unsupportedNode(node, 'takes a part of the batch');
    if (end <= start) throw wrongNode(node, `takes ${start} to ${end} of ${size}`);
    feature = part(context, alongChannels(context, feature, axis), axis, start, end - start);
  });
  return feature;
});

export const gather = operator(['axis'], (context) => {
  const { node } = context;
  const given = featureInput(context);
  const axis = frontAxis(node, integerAttribute(node, 'axis', 0), given.axes.length + 1) - 1;
  const { values, shape } = constantInput(context, 1);
  if (axis < 0) throw unsupportedNode(node, 'takes images from the batch');
  const feature = alongChannels(context, given, axis);
  const size = sideSize(feature.axes[axis] ?? []);
  const places = Array.from(values, (place) => (place < 0 ? place + size : place));
  const [start = 0] = places;
  if (!places.every((place) => place >= 0 && place < size) || shape.length > 1) {
    throw wrongNode(node, `takes [${places.join(', ')}] of ${size}`);
  }
  if (!places.every((place, index) => place === start + index)) {
    return reordered(context, feature, axis, places);
  }
  const taken = part(context, feature, axis, start, elementCount(shape));
  return shape.length === 0
    ? { ...taken, axes: taken.axes.filter((_, index) => index !== axis) }
    : taken;
});

/** Channels in another order, such as RGB from BGR: slices that are joined again. */
function reordered(
  context: OperatorContext,
  feature: Feature,
  axis: number,
  places: readonly number[],
): Feature {
  const { node, graph } = context;
  const inputs = places.map(
    (place, index) => part(context, feature, axis, place, 1, `${index}`).node,
  );
  const made = graph.add(node.name, { op: 'concat', inputs, activation: 'linear' });
  return withChannels(feature, axis, made, places.length);
}

/** Zero rows and columns around an image. */
export const pad = operator(['mode', 'pads', 'value'], (context) => {
  const { node, graph } = context;
  const found = placed(context, featureInput(context));
  const { feature } = found;
  const rank = feature.axes.length + 1;
  const mode = textAttribute(node, 'mode', 'constant');
  const pads = integersOf(context, 'pads', 1) ?? [];
  const named = optionalConstant(context, 3)?.values;
  const axes = Array.from(named ?? { length: rank }, (value, index) =>
    frontAxis(node, typeof value === 'number' ? value : index, rank),
  );
  if (pads.some((side) => side > MOST_PADDING))
    throw wrongNode(node, `has the pads [${pads.join(', ')}]`);
  if (pads.length !== 2 * axes.length)
    throw wrongNode(node, `has ${pads.length} pads for ${axes.length} axes`);
  if (pads.every((side) => side === 0)) return feature;
  const value = optionalConstant(context, 2)?.values[0] ?? node.attributes.get('value')?.float ?? 0;
  if (mode !== 'constant' || value !== 0) {
    throw unsupportedNode(
      node,
      mode === 'constant' ? `pads with ${value}` : `pads in mode "${mode}"`,
    );
  }
  const padding: [number, number, number, number] = [0, 0, 0, 0];
  axes.forEach((axis, index) => {
    const before = pads[index] ?? 0;
    const after = pads[index + axes.length] ?? 0;
    if (before === 0 && after === 0) return;
    const side = axis === 0 ? undefined : found.placement[axis - 1];
    if (feature.memory.length !== 3 || (side !== 0 && side !== 1) || before < 0 || after < 0) {
      throw unsupportedNode(
        node,
        `pads with [${pads.join(', ')}]; only rows and columns can be padded`,
      );
    }
    padding[2 * side] = before;
    padding[2 * side + 1] = after;
  });
  const made = graph.add(node.name, { op: 'zeroPad', input: feature.node, padding });
  const sides = graph.shapeOf(made).map(sideOf);
  const axesAfter = feature.axes.map((own, index) => sides[found.placement[index] ?? -1] ?? own);
  return { kind: 'feature', node: made, memory: sides, axes: axesAfter };
});
