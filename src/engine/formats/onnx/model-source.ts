import { LabError } from '../../../protocol/lab-error.ts';
import { damaged } from './faults.ts';
import type { Constant } from './values/constant.ts';
import { constantOf } from './values/constant.ts';
import type { GraphMessage, ModelMessage, TensorMessage, ValueMessage } from './wire/messages.ts';

/** Operator sets of ONNX that are read. */
const OLDEST_OPSET = 7;
const NEWEST_OPSET = 20;

/** Opset of a model, which must be one of those that are read. */
export function checkedOpset({ opset }: ModelMessage): number {
  if (opset === undefined) {
    throw damaged('The file names no set of operators of ONNX: this is not an ONNX model.');
  }
  if (opset < OLDEST_OPSET || opset > NEWEST_OPSET) {
    throw new LabError(
      'model-unsupported',
      `The model uses operator set ${opset}; ${OLDEST_OPSET} to ${NEWEST_OPSET} are read.`,
    );
  }
  return opset;
}

/** TensorProto.DataType of what an image may come as: floats of any width, or bytes. */
const IMAGE_TYPES = new Set([1, 2, 10, 11, 16]);

/** The side of the largest image that a model may ask for. */
const LARGEST_SIDE = 4096;

export interface ImageInput {
  readonly name: string;
  /** [height, width, 3] */
  readonly shape: readonly [number, number, number];
  readonly channelsFirst: boolean;
  /** Images in a batch, 1 where the file leaves their number open. */
  readonly batch: number;
}

function notAnImage({ name, shape }: ValueMessage, what: string): LabError {
  const sides = (shape ?? []).map((side) => side ?? '?').join(', ');
  return new LabError('model-shape', `The model's input "${name}", [${sides}], ${what}.`, name);
}

/**
 * The one input that is not a weight, which must be an image.
 * @param size [height, width] for a model that leaves them open
 * @throws LabError `model-shape`
 */
export function imageInputOf(
  { inputs, tensors }: GraphMessage,
  size: readonly [number, number] | undefined,
): ImageInput {
  const weights = new Set(tensors.map(({ name }) => name));
  const [input, ...more] = inputs.filter(({ name }) => !weights.has(name));
  if (input === undefined) throw new LabError('model-shape', 'The model has no input.');
  if (more.length > 0) {
    const names = [input, ...more].map(({ name }) => `"${name}"`).join(', ');
    throw new LabError(
      'model-shape',
      `The model has ${more.length + 1} inputs, ${names}; an image classifier has one.`,
    );
  }
  const { name, type, shape } = input;
  if (type === undefined || !IMAGE_TYPES.has(type) || shape?.length !== 4) {
    throw notAnImage(input, 'is not an image: [batch, 3, height, width]');
  }
  const [batch = 1, second, third, fourth] = shape;
  const channelsFirst = second === 3 || (second === undefined && fourth !== 3);
  if (!channelsFirst && fourth !== 3) throw notAnImage(input, 'is not an image of 3 channels');
  const sides = channelsFirst ? [third, fourth] : [second, third];
  const [height = size?.[0], width = size?.[1]] = sides;
  if (height === undefined || width === undefined) {
    throw notAnImage(input, 'leaves its size open; say the size, or export the model for one size');
  }
  if (height > LARGEST_SIDE || width > LARGEST_SIDE) throw notAnImage(input, 'is too large');
  return { name, shape: [height, width, 3], channelsFirst, batch };
}

/**
 * The one output. What a node gives beside its first output, such as the mask of a dropout or the
 * places of a maximum, does not count.
 * @throws LabError `model-shape` where there are several
 */
export function outputOf({ nodes, outputs }: GraphMessage): string {
  const beside = new Set(nodes.flatMap((node) => node.outputs.slice(1)));
  const splits = new Set(nodes.flatMap(({ op, outputs: own }) => (op === 'Split' ? own : [])));
  const [output, ...more] = outputs.filter(({ name }) => !beside.has(name) || splits.has(name));
  if (output === undefined) throw new LabError('model-shape', 'The model has no output.');
  if (more.length > 0) {
    const names = [output, ...more].map(({ name }) => `"${name}"`).join(', ');
    throw new LabError(
      'model-shape',
      `The model has ${more.length + 1} outputs, ${names}; a classifier has one. Export it with its logits alone.`,
    );
  }
  return output.name;
}

/** Weights of the file by name; their values are read when they are first asked for. */
export class WeightSource {
  readonly #tensors = new Map<string, TensorMessage>();
  readonly #read = new Map<string, Constant>();

  constructor({ tensors }: GraphMessage) {
    for (const tensor of tensors) {
      if (this.#tensors.has(tensor.name)) {
        throw damaged(`Two weights are named "${tensor.name}".`, tensor.name);
      }
      this.#tensors.set(tensor.name, tensor);
    }
  }

  has(name: string): boolean {
    return this.#tensors.has(name);
  }

  /** @throws LabError as {@link constantOf} */
  get(name: string): Constant | undefined {
    const known = this.#read.get(name);
    const tensor = this.#tensors.get(name);
    if (known !== undefined || tensor === undefined) return known;
    const constant = constantOf(tensor, `Weight "${name}"`);
    this.#read.set(name, constant);
    return constant;
  }
}
