import { LabError } from '../../protocol/lab-error.ts';
import type { GraphNode } from './graph.ts';

/** Shape of one image's value at a node: [height, width, channels] or [features]. */
export type NodeShape = readonly number[];

/** What the weights of a graph are asked: the shape of one, which must exist. */
export type WeightShapes = (name: string, node: GraphNode) => readonly number[];

/** Says of a node what does not fit. */
export function corrupt(node: GraphNode, message: string): LabError {
  return new LabError('model-corrupt', `Layer "${node.name}" ${message}.`, node.name);
}

/** @throws LabError `model-corrupt` where a node that works on images gets something else */
export function imageShape(node: GraphNode, shape: NodeShape): readonly [number, number, number] {
  const [height, width, channels, ...rest] = shape;
  if (height === undefined || width === undefined || channels === undefined || rest.length > 0) {
    throw corrupt(node, `needs an image but gets [${shape.join(', ')}]`);
  }
  return [height, width, channels];
}

/** @throws LabError `model-corrupt` where a weight that is named has another shape than expected */
export function expectShape(
  node: GraphNode,
  weights: WeightShapes,
  name: string | undefined,
  expected: readonly number[],
): void {
  if (name === undefined) return;
  const found = weights(name, node);
  if (found.length !== expected.length || found.some((side, axis) => side !== expected[axis])) {
    throw corrupt(
      node,
      `has weight "${name}" of shape [${found.join(', ')}] where [${expected.join(', ')}] fits`,
    );
  }
}
