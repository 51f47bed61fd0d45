import { LabError } from '../../../protocol/lab-error.ts';
import type { Graph } from '../../graph/graph.ts';
import { placeholderShape } from './attributes.ts';
import type { OperationNode } from './graph-def.ts';

const LARGEST_SIDE = 4096;

/**
 * [height, width, channels] of the model's input.
 * @param size [height, width] for sides that the model leaves open
 * @throws LabError `model-shape` where it is no image, or where its size is open and none is given
 */
export function inputShape(
  placeholder: OperationNode,
  size: readonly [number, number] | undefined,
): Graph['inputShape'] {
  const { name } = placeholder;
  const [, height = 0, width = 0, channels = 0, ...more] = placeholderShape(placeholder) ?? [
    -1, -1, -1, 3,
  ];
  if (more.length > 0 || channels === 0) {
    throw new LabError('model-shape', `The model's input "${name}" is not an image.`, name);
  }
  const open = height < 1 || width < 1;
  if (open && size === undefined) {
    throw new LabError(
      'model-shape',
      `The model's input "${name}" has no fixed size; say it in preprocess.size.`,
      name,
    );
  }
  const sides = open && size !== undefined ? size : [height, width];
  const [rows = 0, columns = 0] = sides;
  if (Math.max(rows, columns) > LARGEST_SIDE) {
    throw new LabError('model-shape', `The model's input "${name}" is ${rows}x${columns}.`, name);
  }
  return [rows, columns, channels];
}

/**
 * The one input of a graph.
 * @throws LabError `model-shape` where there is not exactly one
 */
export function onlyPlaceholder(order: readonly OperationNode[]): OperationNode {
  const placeholders = order.filter(({ op }) => op === 'Placeholder');
  const [first, ...more] = placeholders;
  if (first !== undefined && more.length === 0) return first;
  const names = placeholders.map(({ name }) => name).join(', ');
  throw new LabError(
    'model-shape',
    `The model has ${placeholders.length} inputs${names === '' ? '' : `: ${names}`}; a classifier reads one image.`,
  );
}
