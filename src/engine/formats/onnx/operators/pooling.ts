import type { Pads } from '../../../gradients/window.ts';
import { flagAttribute, integerAttribute, pairAttribute } from '../attributes.ts';
import { unsupportedNode } from '../faults.ts';
import type { Feature } from '../values/value.ts';
import { imageFeature, imageInput } from './layout.ts';
import type { Operator, OperatorContext } from './operator.ts';
import { featureInput, frontAxis, integersOf, operator } from './operator.ts';
import { ceilExtra, windowPads } from './window-pads.ts';

function pool(context: OperatorContext, op: 'maxPool' | 'averagePool'): Feature {
  const { node, graph } = context;
  const input = imageInput(context);
  const size = pairAttribute(node, 'kernel_shape', [0, 0]);
  const strides = pairAttribute(node, 'strides', [1, 1]);
  const dilations = pairAttribute(node, 'dilations', [1, 1]);
  if (dilations[0] !== 1 || dilations[1] !== 1) {
    throw unsupportedNode(node, `has the dilations [${dilations.join(', ')}]`);
  }
  if (integerAttribute(node, 'storage_order', 0) !== 0 && node.outputs.length > 1) {
    throw unsupportedNode(node, 'gives the places of its maxima');
  }
  const [height = 0, width = 0] = graph.shapeOf(input.node);
  const window = { size: [height, width], kernel: size, strides, dilations } as const;
  const own = windowPads(node, window);
  const uncounted = flagAttribute(node, 'ceil_mode') ? ceilExtra(window, own) : ([0, 0] as const);
  const padding: Pads = [own[0], own[1] + uncounted[0], own[2], own[3] + uncounted[1]];
  const counts = op === 'averagePool' && flagAttribute(node, 'count_include_pad');
  const base = { input: input.node, size, strides, padding };
  const beyond = uncounted[0] + uncounted[1] > 0 ? { uncounted } : {};
  const made = graph.add(
    node.name,
    op === 'maxPool'
      ? { op, ...base }
      : { op, ...base, ...(counts ? { countPadding: true, ...beyond } : {}) },
  );
  return imageFeature(context, made);
}

const windowAttributes = ['auto_pad', 'ceil_mode', 'dilations', 'kernel_shape', 'pads', 'strides'];

export const maxPool = operator([...windowAttributes, 'storage_order'], (context) =>
  pool(context, 'maxPool'),
);

export const averagePool = operator([...windowAttributes, 'count_include_pad'], (context) =>
  pool(context, 'averagePool'),
);

type GlobalPool = 'globalAveragePool' | 'globalMaxPool';

export function globalPool(op: GlobalPool): Operator {
  return operator([], (context) => {
    const input = imageInput(context);
    const pooled = { op, input: input.node, keepDims: true } as const;
    return imageFeature(context, context.graph.add(context.node.name, pooled));
  });
}

/** ReduceMean and ReduceMax over all rows and columns, which is global pooling. */
export function reduce(op: GlobalPool): Operator {
  return operator(['axes', 'keepdims', 'noop_with_empty_axes'], (context) => {
    const { node, graph } = context;
    const feature = featureInput(context);
    const rank = feature.axes.length + 1;
    const axes = new Set(
      (integersOf(context, 'axes', 1) ?? []).map((axis) => frontAxis(node, axis, rank)),
    );
    const reduced = feature.axes.filter((_, index) => axes.has(index + 1)).flat();
    const [rows = [], columns = [], channels = []] = feature.memory;
    const cells = [...rows, ...columns];
    const whole =
      feature.memory.length === 3 &&
      !axes.has(0) &&
      reduced.length === cells.length &&
      cells.every((factor) => reduced.includes(factor));
    if (!whole) {
      throw unsupportedNode(
        node,
        `reduces the axes [${[...axes].join(', ')}]; only rows and columns together can be`,
      );
    }
    const pooled = graph.add(node.name, { op, input: feature.node, keepDims: true });
    const keep = flagAttribute(node, 'keepdims', true);
    const left = feature.axes.flatMap((axis, index) =>
      axes.has(index + 1) ? (keep ? [[]] : []) : [axis],
    );
    return { kind: 'feature', node: pooled, memory: [[], [], channels], axes: left };
  });
}
