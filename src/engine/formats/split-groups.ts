import type { ConvNode, Weight } from '../graph/graph.ts';
import type { GraphEdit } from '../graph/passes/graph-edit.ts';

/** The filters of one group. */
function groupFilter({ shape, values }: Weight, groups: number, group: number): Weight {
  const [rows = 0, columns = 0, width = 0, all = 0] = shape;
  const filters = all / groups;
  const part = new Float32Array(rows * columns * width * filters);
  for (let row = 0; row < rows * columns * width; row += 1) {
    const from = row * all + group * filters;
    part.set(values.subarray(from, from + filters), row * filters);
  }
  return { shape: [rows, columns, width, filters], values: part };
}

function split(edit: GraphEdit, conv: ConvNode, filter: Weight): void {
  const [, , width = 0, all = 0] = filter.shape;
  const filters = all / conv.groups;
  const { bias, ...unbiased } = conv;
  const biases = bias === undefined ? undefined : edit.weights.get(bias)?.values;
  const parts = Array.from({ length: conv.groups }, (_, group) => {
    const name = `${conv.name}_group${group}`;
    const input = `${name}_channels`;
    edit.put({
      op: 'sliceChannels',
      name: input,
      input: conv.input,
      start: group * width,
      size: width,
    });
    const own = edit.addWeight(`${name}/kernel`, groupFilter(filter, conv.groups, group));
    const part: ConvNode = { ...unbiased, name, input, filter: own, groups: 1 };
    const ownBias = biases?.slice(group * filters, (group + 1) * filters);
    const shape = [filters];
    edit.put(
      ownBias === undefined
        ? part
        : { ...part, bias: edit.addWeight(`${name}/bias`, { shape, values: ownBias }) },
    );
    return name;
  });
  edit.put({ op: 'concat', name: conv.name, inputs: parts, activation: 'linear' });
}

/** Writes convolutions in groups as one for each group, for formats that have no groups. */
export function splitGroups(edit: GraphEdit): void {
  for (const conv of edit.nodes()) {
    if (conv.op !== 'conv2d' || conv.groups === 1) continue;
    const filter = edit.weights.get(conv.filter);
    if (filter !== undefined) split(edit, conv, filter);
  }
}
