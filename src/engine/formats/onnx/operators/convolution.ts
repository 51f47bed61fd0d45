import type { NodePlan } from '../conversion.ts';
import type { Pair } from '../../../graph/graph.ts';
import { integerAttribute, pairAttribute } from '../attributes.ts';
import { unsupportedNode, wrongNode } from '../faults.ts';
import type { Constant } from '../values/constant.ts';
import { imageFeature, imageInput } from './layout.ts';
import { constantInput, operator, optionalConstant } from './operator.ts';
import { windowPads } from './window-pads.ts';

/** Filters [out, in, rows, columns] as [rows, columns, in, out]. */
function filtersLast({ shape, values }: Constant): Float32Array {
  const [outs = 0, ins = 0, rows = 0, columns = 0] = shape;
  const cells = rows * columns;
  const turned = new Float32Array(values.length);
  let from = 0;
  for (let out = 0; out < outs; out += 1) {
    for (let input = 0; input < ins; input += 1) {
      for (let cell = 0; cell < cells; cell += 1, from += 1) {
        turned[(cell * ins + input) * outs + out] = values[from] ?? 0;
      }
    }
  }
  return turned;
}

export const convolution = operator(
  ['auto_pad', 'dilations', 'group', 'kernel_shape', 'pads', 'strides'],
  (context) => {
    const { node, graph } = context;
    const input = imageInput(context);
    const filters = constantInput(context, 1);
    const [outs = 0, ins = 0, rows = 0, columns = 0, ...more] = filters.shape;
    if (filters.shape.length !== 4 || more.length > 0) {
      throw unsupportedNode(node, `has filters of shape [${filters.shape.join(', ')}]`);
    }
    const kernel: Pair = [rows, columns];
    const stated = pairAttribute(node, 'kernel_shape', kernel);
    if (stated[0] !== rows || stated[1] !== columns) {
      throw wrongNode(node, `states the kernel ${stated.join('×')} but has ${kernel.join('×')}`);
    }
    const strides = pairAttribute(node, 'strides', [1, 1]);
    const dilations = pairAttribute(node, 'dilations', [1, 1]);
    const [height = 0, width = 0, channels = 0] = graph.shapeOf(input.node);
    const window = { size: [height, width], kernel, strides, dilations } as const;
    const groups = integerAttribute(node, 'group', 1);
    // A channel of each group and the filters that read it alone: the layout of both is the same.
    const depthwise = groups > 1 && groups === channels && ins === 1 && outs % channels === 0;
    const shape = depthwise
      ? [rows, columns, channels, outs / channels]
      : [rows, columns, ins, outs];
    const bias = optionalConstant(context, 2);
    const plan: NodePlan = {
      op: depthwise ? 'depthwiseConv2d' : 'conv2d',
      input: input.node,
      filter: graph.addWeight(node.name, 'kernel', shape, filtersLast(filters)),
      ...(bias === undefined
        ? {}
        : {
            bias: graph.addWeight(node.name, 'bias', bias.shape, Float32Array.from(bias.values)),
          }),
      strides,
      dilations,
      padding: windowPads(node, window),
      activation: 'linear',
      groups: depthwise ? 1 : groups,
    };
    return imageFeature(context, graph.add(node.name, plan));
  },
);
