/**
 * A part of a side; reshaping and transposing only ever split a side into factors and put them
 * in another order. A factor is told from others by its identity, and is never 1.
 */
export interface Factor {
  readonly size: number;
}

/** A side of a tensor as the product of its factors, slowest first; empty for a side of 1. */
export type Side = readonly Factor[];

/**
 * How a tensor of ONNX lies in a value of the graph. ONNX keeps channels first and reshapes freely;
 * a value of the graph keeps channels last. So moving axes costs nothing until an operator
 * needs them in a certain order.
 */
export interface View {
  /** Sides of the graph's value: [rows, columns, channels] or [features]. */
  readonly memory: readonly Side[];
  /** Sides of ONNX's tensor after the batch. */
  readonly axes: readonly Side[];
}

export function sideOf(size: number): Side {
  return size === 1 ? [] : [{ size }];
}

export function sideSize(side: Side): number {
  return side.reduce((product, { size }) => product * size, 1);
}

/** Sides of ONNX's tensor after the batch, as numbers. */
export function viewSizes({ axes }: View): readonly number[] {
  return axes.map(sideSize);
}

export function sameSide(a: Side, b: Side): boolean {
  return a.length === b.length && a.every((factor, index) => factor === b[index]);
}

/**
 * The view after a reshape that keeps the order of values.
 * @returns undefined where sides would be cut across, which no view can tell
 */
export function regrouped({ memory, axes }: View, sizes: readonly number[]): View | undefined {
  const waiting = axes.flat();
  let sides = memory;
  const grouped: Factor[][] = [];
  for (const size of sizes) {
    const side: Factor[] = [];
    let left = size;
    while (left > 1) {
      const next = waiting.shift();
      if (next === undefined) return undefined;
      if (left % next.size === 0) {
        side.push(next);
        left /= next.size;
        continue;
      }
      if (next.size % left !== 0) return undefined;
      const slow: Factor = { size: left };
      const fast: Factor = { size: next.size / left };
      sides = sides.map((one) =>
        one.flatMap((factor) => (factor === next ? [slow, fast] : [factor])),
      );
      side.push(slow);
      waiting.unshift(fast);
      left = 1;
    }
    grouped.push(side);
  }
  return waiting.length === 0 ? { memory: sides, axes: grouped } : undefined;
}

/** The place after `factor` where both the axis and the memory go on with the same factor. */
function follower(factor: Factor, { memory, axes }: View): Factor | undefined {
  const after = (sides: readonly Side[]): Factor | undefined => {
    const side = sides.find((one) => one.includes(factor));
    return side?.[side.indexOf(factor) + 1];
  };
  const next = after(axes);
  return next !== undefined && next === after(memory) ? next : undefined;
}

/** The same view with as few factors as tell it. */
export function merged(view: View): View {
  for (const factor of view.memory.flat()) {
    const next = follower(factor, view);
    if (next === undefined) continue;
    const both: Factor = { size: factor.size * next.size };
    const join = (side: Side): Side =>
      side.flatMap((one) => (one === factor ? [both] : one === next ? [] : [one]));
    return merged({ memory: view.memory.map(join), axes: view.axes.map(join) });
  }
  return view;
}

/** For each axis of ONNX, the side of the graph's value that is just this axis; undefined for sides of 1. */
export type Placement = readonly (number | undefined)[];

/** @returns undefined where an axis is spread over sides, or in another order than there */
export function placementOf({ memory, axes }: View): Placement | undefined {
  const placement: (number | undefined)[] = [];
  for (const axis of axes) {
    if (axis.length === 0) {
      placement.push(undefined);
      continue;
    }
    const at = memory.findIndex((side) => sameSide(side, axis));
    if (at === -1) return undefined;
    placement.push(at);
  }
  return placement;
}

/** What tells two views apart: for each side of the graph's value, which part of which axis it holds. */
function fingerprint(view: View): readonly string[] {
  const { memory, axes } = merged(view);
  return memory.map((side) =>
    side
      .map((factor) => {
        const axis = axes.findIndex((one) => one.includes(factor));
        return `${axis}.${axes[axis]?.indexOf(factor) ?? 0}×${factor.size}`;
      })
      .join(' '),
  );
}

/** Whether values of `small` go to those of `large` place by place, sides of 1 repeated. */
export function fitsInto(small: View, large: View): boolean {
  if (small.axes.length !== large.axes.length) return false;
  const own = fingerprint(small);
  const other = fingerprint(large);
  const offset = other.length - own.length;
  return offset >= 0 && own.every((side, index) => side === '' || side === other[index + offset]);
}
