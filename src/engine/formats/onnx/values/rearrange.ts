import { unsupportedNode, wrongNode } from '../faults.ts';
import type { NodeMessage } from '../wire/messages.ts';
import type { Constant } from './constant.ts';
import { elementCount } from './constant.ts';

function room({ integer }: Constant, count: number): Constant['values'] {
  return integer ? new Float64Array(count) : new Float32Array(count);
}

function axisOf(node: NodeMessage, { shape }: Constant, axis: number): number {
  const front = axis < 0 ? axis + shape.length : axis;
  if (Number.isInteger(front) && front >= 0 && front < shape.length) return front;
  throw wrongNode(node, `names axis ${axis} of a tensor with ${shape.length}`);
}

/** Values at places along an axis; places given as a single number leave the axis out. */
export function gathered(
  node: NodeMessage,
  constant: Constant,
  places: Constant,
  axis: number,
): Constant {
  const front = axisOf(node, constant, axis);
  const { shape } = constant;
  const size = shape[front] ?? 0;
  const inner = elementCount(shape.slice(front + 1));
  const outer = elementCount(shape.slice(0, front));
  const values = room(constant, outer * places.values.length * inner);
  let at = 0;
  for (let block = 0; block < outer; block += 1) {
    for (const given of places.values) {
      const place = given < 0 ? given + size : given;
      if (!(place >= 0 && place < size)) throw wrongNode(node, `takes place ${given} of ${size}`);
      const from = (block * size + place) * inner;
      values.set(constant.values.subarray(from, from + inner), at);
      at += inner;
    }
  }
  return {
    ...constant,
    shape: [...shape.slice(0, front), ...places.shape, ...shape.slice(front + 1)],
    values,
  };
}

/** Constants joined along an axis. */
export function joined(node: NodeMessage, parts: readonly Constant[], axis: number): Constant {
  const [first] = parts;
  if (first === undefined) throw wrongNode(node, 'has no inputs');
  const front = axisOf(node, first, axis);
  const outer = elementCount(first.shape.slice(0, front));
  const total = parts.reduce((sum, { values }) => sum + values.length, 0);
  const values = room(first, total);
  let at = 0;
  for (let block = 0; block < outer; block += 1) {
    for (const part of parts) {
      const width = part.values.length / outer;
      values.set(part.values.subarray(block * width, (block + 1) * width), at);
      at += width;
    }
  }
  const side = parts.reduce((sum, { shape }) => sum + (shape[front] ?? 0), 0);
  return {
    ...first,
    shape: first.shape.map((own, index) => (index === front ? side : own)),
    values,
  };
}

/** @param order axes of the constant in their new order; default: reversed */
export function transposed(constant: Constant, order?: readonly number[]): Constant {
  const { shape, values } = constant;
  const axes = order ?? shape.map((_, axis) => shape.length - 1 - axis);
  const sizes = axes.map((axis) => shape[axis] ?? 0);
  const strides = axes.map((axis) => elementCount(shape.slice(axis + 1)));
  const turned = room(constant, values.length);
  for (let place = 0; place < values.length; place += 1) {
    let rest = place;
    let from = 0;
    for (let axis = axes.length - 1; axis >= 0; axis -= 1) {
      const side = sizes[axis] ?? 1;
      from += (rest % side) * (strides[axis] ?? 0);
      rest = Math.floor(rest / side);
    }
    turned[place] = values[from] ?? NaN;
  }
  return { ...constant, shape: sizes, values: turned };
}

export interface SliceBounds {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly axes: readonly number[] | undefined;
  readonly steps: readonly number[] | undefined;
}

/** Parts of a constant's axes, forwards. */
export function sliced(node: NodeMessage, constant: Constant, bounds: SliceBounds): Constant {
  const { starts, ends, axes, steps } = bounds;
  return starts.reduce<Constant>((left, start, index) => {
    const axis = axisOf(node, left, axes?.[index] ?? index);
    const size = left.shape[axis] ?? 0;
    const step = steps?.[index] ?? 1;
    if (!(step >= 1)) throw unsupportedNode(node, 'slices backwards');
    const held = (place: number): number =>
      Math.min(size, Math.max(0, place < 0 ? place + size : place));
    const places: number[] = [];
    for (let at = held(start); at < held(ends[index] ?? size); at += step) places.push(at);
    const taken = {
      kind: 'constant',
      integer: true,
      shape: [places.length],
      values: Float64Array.from(places),
    } as const;
    return gathered(node, left, taken, axis);
  }, constant);
}
