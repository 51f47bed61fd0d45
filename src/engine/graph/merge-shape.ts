import type { MergeNode } from './graph.ts';
import type { NodeShape } from './node-shape.ts';
import { corrupt } from './node-shape.ts';

/** A vector beside images stands for an image of one cell. */
export function alignedShape(shape: NodeShape, rank: number): NodeShape {
  return shape.length === 1 && rank === 3 ? [1, 1, ...shape] : shape;
}

function broadcastShape(node: MergeNode, inputs: readonly NodeShape[]): NodeShape {
  const rank = Math.max(...inputs.map((shape) => shape.length));
  const aligned = inputs.map((shape) => alignedShape(shape, rank));
  const largest = Array.from({ length: rank }, (_, axis) =>
    Math.max(...aligned.map((shape) => shape[axis] ?? 1)),
  );
  const fits = (shape: NodeShape): boolean =>
    shape.length === rank && shape.every((side, axis) => side === 1 || side === largest[axis]);
  if (!aligned.every(fits)) throw misfit(node, inputs);
  return largest;
}

function misfit(node: MergeNode, inputs: readonly NodeShape[]): Error {
  const shapes = inputs.map((shape) => `[${shape.join(', ')}]`);
  return corrupt(node, `joins ${shapes.join(' and ')}`);
}

/**
 * Output shape of a node with several inputs.
 * @throws LabError `model-corrupt` where they do not fit each other
 */
export function mergeShape(node: MergeNode, inputs: readonly NodeShape[]): NodeShape {
  if (node.op !== 'concat') return broadcastShape(node, inputs);
  const [first = []] = inputs;
  const agrees = (other: NodeShape): boolean =>
    other.length === first.length && first.slice(0, -1).every((side, axis) => side === other[axis]);
  if (!inputs.every(agrees)) throw misfit(node, inputs);
  const channels = inputs.reduce((sum, shape) => sum + (shape.at(-1) ?? 0), 0);
  return [...first.slice(0, -1), channels];
}
