import type { ConvNode, Weight } from '../graph.ts';
import type { GraphEdit } from './graph-edit.ts';

/** Output channels from which on a convolution is worth running on its own. */
const WIDE_ENOUGH = 8;

/** How many neighbouring groups are run as one, the filters between them being 0. */
function groupsJoined(groups: number, filters: number): number {
  let joined = 1;
  while (joined < groups && (groups % joined !== 0 || joined * filters < WIDE_ENOUGH)) joined += 1;
  return joined;
}

/** The filters with `joined` neighbouring groups each made one, with zeros from each to the others. */
function joinedFilter({ shape, values }: Weight, groups: number, joined: number): Weight {
  const [rows = 0, columns = 0, width = 0, all = 0] = shape;
  const filters = all / groups;
  const result = new Float32Array(values.length * joined);
  for (let row = 0; row < rows * columns * width; row += 1) {
    const [tap, channel] = [Math.floor(row / width), row % width];
    for (let group = 0; group < groups; group += 1) {
      const from = row * all + group * filters;
      const wide = (tap * joined + (group % joined)) * width + channel;
      result.set(values.subarray(from, from + filters), wide * all + group * filters);
    }
  }
  return { shape: [rows, columns, joined * width, all], values: result };
}

function asDepthwise(edit: GraphEdit, conv: ConvNode, { shape, values }: Weight): void {
  const [rows = 0, columns = 0, , filters = 0] = shape;
  const filter = edit.addWeight(`${conv.filter}·depthwise`, {
    shape: [rows, columns, conv.groups, filters / conv.groups],
    values,
  });
  edit.put({ ...conv, op: 'depthwiseConv2d', filter, groups: 1 });
}

/**
 * Joins groups of a convolution that are too narrow to fill a processor's lanes, and makes groups of
 * one channel a depthwise convolution.
 */
export function joinGroups(edit: GraphEdit): void {
  for (const conv of edit.nodes()) {
    if (conv.op !== 'conv2d' || conv.groups === 1) continue;
    const filter = edit.weights.get(conv.filter);
    if (filter === undefined) continue;
    const [, , width = 0, all = 0] = filter.shape;
    if (width === 1) {
      asDepthwise(edit, conv, filter);
      continue;
    }
    const joined = groupsJoined(conv.groups, all / conv.groups);
    if (joined === 1) continue;
    const wide = edit.addWeight(`${conv.filter}·joined`, joinedFilter(filter, conv.groups, joined));
    edit.put({ ...conv, filter: wide, groups: conv.groups / joined });
  }
}
