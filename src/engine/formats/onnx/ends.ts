import { LabError } from '../../../protocol/lab-error.ts';
import type { Conversion } from './conversion.ts';
import type { ImageInput } from './model-source.ts';
import type { Feature } from './values/value.ts';
import { sameSide, sideOf, viewSizes } from './values/view.ts';

/** The image as the graph holds it, [rows, columns, channels], and as the file counts its axes. */
export function inputFeature({ shape, channelsFirst }: ImageInput, graph: Conversion): Feature {
  const [rows, columns, channels] = shape;
  const memory = [sideOf(rows), sideOf(columns), sideOf(channels)] as const;
  const axes = channelsFirst ? [memory[2], memory[0], memory[1]] : memory;
  return { kind: 'feature', node: graph.input, memory, axes };
}

/** Whether ONNX counts the values of an image as a vector, channels first. */
function isChannelsFirst({ memory, axes }: Feature): boolean {
  const [rows = [], columns = [], channels = []] = memory;
  return memory.length === 3 && sameSide(axes.flat(), [...channels, ...rows, ...columns]);
}

/**
 * The node that gives the answer as a vector, in ONNX's order.
 * @throws LabError `model-shape` where it is more than a vector
 */
export function flattenedOutput(answer: Feature, output: string, graph: Conversion): string {
  const sizes = viewSizes(answer);
  const vector = sizes.filter((size) => size > 1).length === 1;
  const { node, memory, axes } = answer;
  if (vector && sameSide(memory.flat(), axes.flat())) {
    if (memory.length === 1) return node;
    const pool = graph.nodeOf(node);
    return pool?.op === 'globalAveragePool' || pool?.op === 'globalMaxPool'
      ? graph.addStep(pool.name, 'flat', { op: pool.op, input: pool.input })
      : graph.addStep(node, 'flat', { op: 'flatten', input: node });
  }
  if (vector && isChannelsFirst(answer)) {
    const order = 'channelsFirst';
    return graph.addStep(node, 'flat', { op: 'transposeFlatten', input: node, order });
  }
  if (vector) {
    throw new LabError(
      'model-unsupported',
      `The model's output "${output}" counts its classes in an order that cannot be run.`,
      output,
    );
  }
  throw new LabError(
    'model-shape',
    `The model's output "${output}" has shape [${sizes.join(', ')}] for one image; a classifier gives a vector of at least two classes.`,
    output,
  );
}
