import type { AffineNode, BatchNormNode, ConvNode, DenseNode, Weight } from '../graph.ts';
import type { GraphEdit } from './graph-edit.ts';

interface ChannelMap {
  readonly scale: Float64Array;
  readonly shift: Float64Array;
}

/** What a batch norm, outside training, or an affine node does to each channel. */
function channelMap(edit: GraphEdit, node: BatchNormNode | AffineNode): ChannelMap | undefined {
  const values = (name: string | undefined): Float32Array | undefined =>
    name === undefined ? undefined : edit.weights.get(name)?.values;
  if (node.op === 'affine') {
    const [scale, shift] = [values(node.scale), values(node.shift)];
    return scale && shift && { scale: Float64Array.from(scale), shift: Float64Array.from(shift) };
  }
  const mean = values(node.mean);
  const variance = values(node.variance);
  if (mean === undefined || variance === undefined) return undefined;
  const gamma = values(node.gamma);
  const beta = values(node.beta);
  const scale = Float64Array.from(
    variance,
    (value, channel) => (gamma?.[channel] ?? 1) / Math.sqrt(value + node.epsilon),
  );
  const shift = Float64Array.from(
    mean,
    (value, channel) => (beta?.[channel] ?? 0) - value * (scale[channel] ?? 0),
  );
  return { scale, shift };
}

/** In all filter layouts the output channel runs fastest. */
function scaled({ shape, values }: Weight, { scale }: ChannelMap): Weight {
  const channels = scale.length;
  return { shape, values: values.map((value, index) => value * (scale[index % channels] ?? 0)) };
}

function shifted(bias: Weight | undefined, { scale, shift }: ChannelMap): Weight {
  const values = Float32Array.from(
    shift,
    (value, channel) => value + (bias?.values[channel] ?? 0) * (scale[channel] ?? 0),
  );
  return { shape: [values.length], values };
}

function fold(edit: GraphEdit, into: ConvNode | DenseNode, map: ChannelMap, name: string): void {
  const filterName = into.op === 'dense' ? into.kernel : into.filter;
  const filter = edit.weights.get(filterName);
  if (filter === undefined) return;
  const oldBias = into.bias === undefined ? undefined : edit.weights.get(into.bias);
  const folded = edit.addWeight(`${filterName}·${name}`, scaled(filter, map));
  const bias = edit.addWeight(`${into.name}/bias·${name}`, shifted(oldBias, map));
  edit.put(
    into.op === 'dense' ? { ...into, kernel: folded, bias } : { ...into, filter: folded, bias },
  );
}

/**
 * Folds each batch norm or affine node into the convolution or dense layer before it, which must be
 * linear and have no other reader; any other becomes one affine step.
 */
export function foldBatchNorm(edit: GraphEdit): void {
  for (const listed of edit.nodes()) {
    if (listed.op !== 'batchNorm' && listed.op !== 'affine') continue;
    const map = channelMap(edit, listed);
    if (map === undefined) continue;
    const source = edit.node(listed.input);
    const foldable =
      source?.op === 'conv2d' || source?.op === 'depthwiseConv2d' || source?.op === 'dense';
    if (
      foldable &&
      source.activation === 'linear' &&
      edit.onlyReader(source.name)?.name === listed.name
    ) {
      const activation = listed.op === 'affine' ? listed.activation : 'linear';
      fold(edit, { ...source, activation }, map, listed.name);
      edit.replace(listed.name, source.name);
      continue;
    }
    if (listed.op === 'affine') continue;
    const vector = (key: string, values: Float64Array): string =>
      edit.addWeight(`${listed.name}/${key}`, {
        shape: [values.length],
        values: Float32Array.from(values),
      });
    edit.put({
      op: 'affine',
      name: listed.name,
      input: listed.input,
      scale: vector('scale', map.scale),
      shift: vector('shift', map.shift),
      activation: 'linear',
    });
  }
}
