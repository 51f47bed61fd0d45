import type { ConvNode, MergeNode, PoolNode, Weight } from '../graph.ts';
import type { NodeShape } from '../node-shape.ts';
import type { GraphEdit } from './graph-edit.ts';

type Shapes = ReadonlyMap<string, NodeShape>;

/** Rows of a filter [height, width, in, out] that read `width` input channels from `from` on. */
function filterPart({ shape, values }: Weight, from: number, width: number): Weight {
  const [rows = 0, columns = 0, channels = 0, filters = 0] = shape;
  const part = new Float32Array(rows * columns * width * filters);
  for (let tap = 0; tap < rows * columns; tap += 1) {
    const start = (tap * channels + from) * filters;
    part.set(values.subarray(start, start + width * filters), tap * width * filters);
  }
  return { shape: [rows, columns, width, filters], values: part };
}

/** Pools the parts of a concatenation one by one: both work on each channel alone. */
function poolParts(edit: GraphEdit, pool: PoolNode, concat: MergeNode): void {
  const parts = concat.inputs.map((input, index) => {
    const name = `${pool.name}:${index}`;
    edit.put({ ...pool, name, input });
    return name;
  });
  edit.put({ ...concat, name: pool.name, inputs: parts });
}

/** Adds up convolutions of the parts instead of joining them for one convolution. */
function convParts(
  edit: GraphEdit,
  conv: ConvNode,
  concat: MergeNode,
  filter: Weight,
  widths: readonly number[],
): void {
  let from = 0;
  const parts = concat.inputs.map((input, index) => {
    const width = widths[index] ?? 0;
    const name = `${conv.name}:${index}`;
    const own = edit.addWeight(`${conv.filter}:${index}`, filterPart(filter, from, width));
    from += width;
    const { bias, ...unbiased } = conv;
    const part = { ...unbiased, name, input, filter: own, activation: 'linear' } as const;
    edit.put(index === 0 && bias !== undefined ? { ...part, bias } : part);
    return name;
  });
  edit.put({ op: 'add', name: conv.name, inputs: parts, activation: conv.activation });
}

/**
 * Saves the copying of a concatenation that only one narrow convolution reads, as between the Fire
 * modules of SqueezeNet; a pooling in between is moved before it.
 * @param shapes shape of one image's value at each node
 */
export function splitConcat(edit: GraphEdit, shapes: Shapes): void {
  for (const listed of edit.nodes()) {
    const widths = partWidths(listed.name, edit, shapes);
    if (widths === undefined) continue;
    let concat = edit.node(listed.name);
    let reader = edit.onlyReader(listed.name);
    if (concat?.op !== 'concat') continue;
    const pool = reader?.op === 'maxPool' || reader?.op === 'averagePool' ? reader : undefined;
    if (pool !== undefined) reader = edit.onlyReader(pool.name);
    if (reader?.op !== 'conv2d' || reader.groups !== 1) continue;
    const filter = edit.weights.get(reader.filter);
    const channels = widths.reduce((sum, width) => sum + width, 0);
    if (filter === undefined || 2 * (filter.shape[3] ?? Infinity) > channels) continue;
    if (pool !== undefined) {
      poolParts(edit, pool, concat);
      concat = edit.node(pool.name);
      if (concat?.op !== 'concat') continue;
    }
    convParts(edit, reader, concat, filter, widths);
  }
}

function partWidths(name: string, edit: GraphEdit, shapes: Shapes): readonly number[] | undefined {
  const node = edit.node(name);
  if (node?.op !== 'concat' || node.activation !== 'linear') return undefined;
  const widths = edit.inputsOf(node).map((input) => shapes.get(input)?.at(-1));
  return widths.every((width) => width !== undefined) ? widths : undefined;
}
