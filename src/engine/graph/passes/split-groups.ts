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

/** The filters of `joined` groups from `first` on, as those of one convolution. */
function joinedFilter(
  { shape, values }: Weight,
  groups: number,
  first: number,
  joined: number,
): Weight {
  const [rows = 0, columns = 0, width = 0, all = 0] = shape;
  const filters = all / groups;
  const part = new Float32Array(rows * columns * joined * width * joined * filters);
  for (let tap = 0; tap < rows * columns; tap += 1) {
    for (let group = 0; group < joined; group += 1) {
      for (let channel = 0; channel < width; channel += 1) {
        const from = (tap * width + channel) * all + (first + group) * filters;
        const to = (((tap * joined + group) * width + channel) * joined + group) * filters;
        part.set(values.subarray(from, from + filters), to);
      }
    }
  }
  return { shape: [rows, columns, joined * width, joined * filters], values: part };
}

function asDepthwise(edit: GraphEdit, conv: ConvNode, { shape, values }: Weight): void {
  const [rows = 0, columns = 0, , filters = 0] = shape;
  const filter = edit.addWeight(`${conv.filter}·depthwise`, {
    shape: [rows, columns, conv.groups, filters / conv.groups],
    values,
  });
  edit.put({ ...conv, op: 'depthwiseConv2d', filter, groups: 1 });
}

function split(edit: GraphEdit, conv: ConvNode, filter: Weight, joined: number): void {
  const [, , width = 0, all = 0] = filter.shape;
  const filters = (all / conv.groups) * joined;
  const bias = conv.bias === undefined ? undefined : edit.weights.get(conv.bias)?.values;
  const parts: string[] = [];
  for (let first = 0; first < conv.groups; first += joined) {
    const index = first / joined;
    const name = `${conv.name}:${index}`;
    const input = `${name}:input`;
    edit.put({
      op: 'sliceChannels',
      name: input,
      input: conv.input,
      start: first * width,
      size: joined * width,
    });
    const { bias: biasName, ...unbiased } = conv;
    const own = edit.addWeight(
      `${conv.filter}:${index}`,
      joinedFilter(filter, conv.groups, first, joined),
    );
    const part: ConvNode = { ...unbiased, name, input, filter: own, groups: 1 };
    const ownBias = bias?.slice(index * filters, (index + 1) * filters);
    edit.put(
      ownBias === undefined
        ? part
        : {
            ...part,
            bias: edit.addWeight(`${biasName ?? ''}:${index}`, {
              shape: [filters],
              values: ownBias,
            }),
          },
    );
    parts.push(name);
  }
  edit.put({ op: 'concat', name: conv.name, inputs: parts, activation: 'linear' });
}

/**
 * Runs a convolution in groups as convolutions of its parts, whose filters are cut once and not at
 * every run; groups too narrow to fill a processor's lanes are joined, and groups of one channel are
 * a depthwise convolution.
 */
export function splitGroups(edit: GraphEdit): void {
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
    if (joined < conv.groups) {
      split(edit, conv, filter, joined);
      continue;
    }
    const whole = edit.addWeight(
      `${conv.filter}·joined`,
      joinedFilter(filter, conv.groups, 0, joined),
    );
    edit.put({ ...conv, filter: whole, groups: 1 });
  }
}
