import { unsupportedNode, wrongNode } from '../faults.ts';
import type { Feature } from '../values/value.ts';
import type { Placement, View } from '../values/view.ts';
import { merged, placementOf, sameSide, sideOf, sideSize } from '../values/view.ts';
import type { OperatorContext } from './operator.ts';
import { featureInput } from './operator.ts';

/** Where ONNX's axes after the batch lie in [rows, columns, channels]: channels first, or last. */
const ORDERS: readonly Placement[] = [
  [2, 0, 1],
  [0, 1, 2],
];

/** A placement with sides of 1 put where the other axes leave room for them, channels first if they can be. */
function completed(placement: Placement, { memory }: View): Placement {
  if (placement.length === 1 && memory.length === 1) return [0];
  if (placement.length !== 3 || memory.length !== 3) return placement;
  const fits = (order: Placement): boolean =>
    placement.every((side, axis) => side === undefined || side === order[axis]);
  return ORDERS.find(fits) ?? placement;
}

export interface Placed {
  readonly feature: Feature;
  readonly placement: Placement;
}

/**
 * Puts a value's channels into the order in which ONNX counts them, if they are in another one;
 * what is then left is axes that are each just one side of the graph's value.
 * @throws LabError `model-unsupported` where no node of the graph can reorder it so
 */
export function placed(context: OperatorContext, feature: Feature): Placed {
  const placement = placementOf(feature);
  if (placement !== undefined) return { feature, placement: completed(placement, feature) };
  const view = merged(feature);
  const channels = view.memory.at(-1) ?? [];
  const [slow, fast, ...more] = channels;
  const shuffled =
    slow !== undefined &&
    fast !== undefined &&
    more.length === 0 &&
    view.axes.some((axis) => sameSide(axis, [fast, slow]));
  if (shuffled) {
    const node = context.graph.addStep(context.node.name, 'shuffle', {
      op: 'channelShuffle',
      input: feature.node,
      groups: slow.size,
    });
    const memory = [...view.memory.slice(0, -1), [fast, slow]];
    const next: Feature = { kind: 'feature', node, memory, axes: view.axes };
    const found = placementOf(next);
    if (found !== undefined) return { feature: next, placement: completed(found, next) };
  }
  throw unsupportedNode(context.node, 'reads values in an order that cannot be run');
}

/** Sides [rows, columns, channels] seen as ONNX's [batch, channels, rows, columns]. */
export function imageView(shape: readonly number[]): View {
  const [height = 1, width = 1, channels = 1] = shape;
  const memory = [sideOf(height), sideOf(width), sideOf(channels)] as const;
  return { memory, axes: [memory[2], memory[0], memory[1]] };
}

/** A node of the graph whose value is an image, seen as [batch, channels, rows, columns]. */
export function imageFeature({ graph }: OperatorContext, node: string): Feature {
  return { kind: 'feature', node, ...imageView(graph.shapeOf(node)) };
}

/** A node of the graph whose value is a vector, seen as [batch, features]. */
export function vectorFeature({ graph }: OperatorContext, node: string): Feature {
  const side = sideOf(graph.shapeOf(node)[0] ?? 1);
  return { kind: 'feature', node, memory: [side], axes: [side] };
}

/**
 * The input as an image [batch, channels, rows, columns] that lies channels last.
 * @throws LabError naming the node where it is something else
 */
export function imageInput(context: OperatorContext, index = 0): Feature {
  const given = featureInput(context, index);
  if (given.axes.length !== 3) {
    throw unsupportedNode(
      context.node,
      `works on tensors with ${given.axes.length + 1} axes; only images, with 4, can be run`,
    );
  }
  const { feature } = placed(context, given);
  const [channels = [], rows = [], columns = []] = feature.axes;
  const wanted = [rows, columns, channels];
  const lies =
    feature.memory.length === 3 &&
    feature.memory.every((side, at) => sameSide(side, wanted[at] ?? []));
  if (!lies) {
    throw unsupportedNode(
      context.node,
      'reads an image with its axes in an order that cannot be run',
    );
  }
  return feature;
}

/**
 * A value as a vector in the graph; its features may lie in another order than ONNX counts them.
 * @throws LabError `model-corrupt` where ONNX sees no [batch, features]
 */
export function flattened(context: OperatorContext, feature: Feature): Feature {
  const { graph, node } = context;
  if (feature.axes.filter((axis) => sideSize(axis) > 1).length > 1) {
    throw wrongNode(node, 'needs a vector but gets an image');
  }
  if (feature.memory.length === 1) return feature;
  const pool = graph.nodeOf(feature.node);
  const pooled = pool?.op === 'globalAveragePool' || pool?.op === 'globalMaxPool';
  const flat = pooled
    ? graph.addStep(pool.name, 'flat', { op: pool.op, input: pool.input })
    : graph.addStep(node.name, 'flat', { op: 'flatten', input: feature.node });
  return { ...feature, node: flat, memory: [feature.memory.flat()] };
}
