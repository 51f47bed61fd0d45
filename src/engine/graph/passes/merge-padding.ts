import type { ConvNode, PadNode, Padding, PoolNode } from '../graph.ts';
import type { GraphEdit } from './graph-edit.ts';
import { isNeverNegative } from '../never-negative.ts';

function joined(padding: Padding, pad: PadNode): Padding | undefined {
  if (padding === 'same') return undefined;
  const own = padding === 'valid' ? ([0, 0, 0, 0] as const) : padding;
  return [
    own[0] + pad.padding[0],
    own[1] + pad.padding[1],
    own[2] + pad.padding[2],
    own[3] + pad.padding[3],
  ];
}

/**
 * Lets a convolution pad for itself instead of reading a padded copy; a max pooling too, where
 * zeros can never win against what it reads.
 */
export function mergePadding(edit: GraphEdit): void {
  for (const pad of edit.nodes()) {
    if (pad.op !== 'zeroPad') continue;
    for (const reader of edit.readers(pad.name)) {
      const takes =
        reader.op === 'conv2d' ||
        reader.op === 'depthwiseConv2d' ||
        (reader.op === 'maxPool' && isNeverNegative((name) => edit.node(name), pad.input));
      if (!takes) continue;
      const window: ConvNode | PoolNode = reader;
      const padding = joined(window.padding, pad);
      if (padding !== undefined) edit.put({ ...window, input: pad.input, padding });
    }
  }
}
