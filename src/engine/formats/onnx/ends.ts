import { LabError } from '../../../protocol/lab-error.ts';
import type { Conversion } from './conversion.ts';
import type { ImageInput } from './model-source.ts';
import type { Feature } from './values/value.ts';
import { placementOf, sideOf, sideSize, viewSizes } from './values/view.ts';

/** The image as the graph holds it, [rows, columns, channels], and as the file counts its axes. */
export function inputFeature({ shape, channelsFirst }: ImageInput, graph: Conversion): Feature {
  const [rows, columns, channels] = shape;
  const memory = [sideOf(rows), sideOf(columns), sideOf(channels)] as const;
  const axes = channelsFirst ? [memory[2], memory[0], memory[1]] : memory;
  return { kind: 'feature', node: graph.input, memory, axes };
}

/**
 * The node that gives the answer as a vector.
 * @throws LabError `model-shape` where it is more than a vector
 */
export function flattenedOutput(answer: Feature, output: string, graph: Conversion): string {
  const sizes = viewSizes(answer);
  const vector = answer.axes.filter((side) => sideSize(side) > 1).length === 1;
  if (!vector || placementOf(answer) === undefined) {
    throw new LabError(
      'model-shape',
      `The model's output "${output}" has shape [${sizes.join(', ')}] for one image; a classifier gives a vector of at least two classes.`,
      output,
    );
  }
  if (answer.memory.length === 1) return answer.node;
  const pool = graph.nodeOf(answer.node);
  return pool?.op === 'globalAveragePool' || pool?.op === 'globalMaxPool'
    ? graph.addStep(pool.name, 'flat', { op: pool.op, input: pool.input })
    : graph.addStep(answer.node, 'flat', { op: 'flatten', input: answer.node });
}
