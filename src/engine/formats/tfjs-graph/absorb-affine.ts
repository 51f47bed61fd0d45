import type { AffineNode, ConvNode, DenseNode, Weight } from '../../graph/graph.ts';
import type { GraphEdit } from '../../graph/passes/graph-edit.ts';

function linearSource(edit: GraphEdit, affine: AffineNode): ConvNode | DenseNode | undefined {
  const source = edit.node(affine.input);
  const weighted =
    source?.op === 'conv2d' || source?.op === 'depthwiseConv2d' || source?.op === 'dense';
  if (!weighted || source.activation !== 'linear') return undefined;
  return edit.onlyReader(source.name)?.name === affine.name ? source : undefined;
}

/** The output channel runs fastest in all filters and kernels. */
function scaled({ shape, values }: Weight, scale: Float32Array): Weight {
  return { shape, values: values.map((value, at) => value * (scale[at % scale.length] ?? NaN)) };
}

/** One affine step in place of two. */
function joinAffine(edit: GraphEdit, affine: AffineNode): void {
  const source = edit.node(affine.input);
  if (source?.op !== 'affine' || source.activation !== 'linear') return;
  if (edit.onlyReader(source.name)?.name !== affine.name) return;
  const [scale1, shift1, scale2, shift2] = [source, affine]
    .flatMap(({ scale, shift }) => [scale, shift])
    .map((name) => edit.weights.get(name)?.values);
  if (scale1 === undefined || shift1 === undefined) return;
  if (scale2 === undefined || shift2 === undefined) return;
  const vector = (own: string, values: Float32Array): string =>
    edit.addWeight(`${affine.name}/${own}`, { shape: [values.length], values });
  const scale = scale2.map((value, at) => value * (scale1[at] ?? NaN));
  const shift = shift2.map((value, at) => value + (scale2[at] ?? NaN) * (shift1[at] ?? NaN));
  const joined = { scale: vector('scale', scale), shift: vector('shift', shift) };
  edit.put({ ...affine, ...joined, input: source.input });
}

/**
 * Lets each convolution or dense layer scale and shift its own answer, where nothing else reads it,
 * and joins the affine steps that are left.
 */
export function absorbAffine(edit: GraphEdit): void {
  for (const affine of edit.nodes()) {
    if (affine.op !== 'affine' || affine.activation !== 'linear') continue;
    const source = linearSource(edit, affine);
    const scale = edit.weights.get(affine.scale)?.values;
    const shift = edit.weights.get(affine.shift);
    const kernelName = source?.op === 'dense' ? source.kernel : source?.filter;
    const kernel = kernelName === undefined ? undefined : edit.weights.get(kernelName);
    if (source === undefined || kernelName === undefined) continue;
    if (scale === undefined || shift === undefined || kernel === undefined) continue;
    const unscaled = scale.every((value) => value === 1);
    const own = unscaled
      ? kernelName
      : edit.addWeight(`${source.name}/kernel`, scaled(kernel, scale));
    const old = source.bias === undefined ? undefined : edit.weights.get(source.bias)?.values;
    const bias = edit.addWeight(`${source.name}/bias`, {
      shape: shift.shape,
      values: shift.values.map((value, at) => value + (old?.[at] ?? 0) * (scale[at] ?? NaN)),
    });
    edit.put(
      source.op === 'dense' ? { ...source, kernel: own, bias } : { ...source, filter: own, bias },
    );
    edit.replace(affine.name, source.name);
  }
  for (const node of edit.nodes()) {
    const affine = edit.node(node.name);
    if (affine?.op === 'affine') joinAffine(edit, affine);
  }
}
