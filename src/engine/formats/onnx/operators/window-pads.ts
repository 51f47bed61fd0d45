import type { Pads } from '../../../gradients/window.ts';
import { dilatedExtent, resolvePads } from '../../../gradients/window.ts';
import type { Pair } from '../../../graph/graph.ts';
import { integersAttribute, textAttribute } from '../attributes.ts';
import { unsupportedNode, wrongNode } from '../faults.ts';
import type { NodeMessage } from '../wire/messages.ts';

export interface SlidingWindow {
  /** [height, width] of the image. */
  readonly size: Pair;
  readonly kernel: Pair;
  readonly strides: Pair;
  readonly dilations: Pair;
}

/** Most zeros that a side is given; keeps a forged number from asking for memory. */
export const MOST_PADDING = 4096;

/** `pads` of ONNX, [top, left, bottom, right] for images, as [top, bottom, left, right]. */
function explicitPads(node: NodeMessage): Pads {
  const [top = 0, left = 0, bottom = 0, right = 0, ...more] = integersAttribute(node, 'pads') ?? [];
  const pads = [top, bottom, left, right] as const;
  if (more.length > 0) throw unsupportedNode(node, 'has "pads" for more than rows and columns');
  if (!pads.every((side) => Number.isInteger(side) && side >= 0 && side <= MOST_PADDING)) {
    throw wrongNode(node, `has the pads [${[top, left, bottom, right].join(', ')}]`);
  }
  return pads;
}

/** Zero rows and columns of a convolution or pooling, [top, bottom, left, right]. */
export function windowPads(node: NodeMessage, window: SlidingWindow): Pads {
  const mode = textAttribute(node, 'auto_pad', 'NOTSET');
  const { size, kernel, strides, dilations } = window;
  const positive = [...kernel, ...strides, ...dilations];
  if (!positive.every((value) => Number.isInteger(value) && value >= 1)) {
    throw wrongNode(node, 'has a window, stride or dilation that is not a positive integer');
  }
  switch (mode) {
    case 'NOTSET':
      return explicitPads(node);
    case 'VALID':
      return [0, 0, 0, 0];
    case 'SAME_UPPER':
      return resolvePads('same', size, kernel, strides, dilations);
    case 'SAME_LOWER': {
      const [top, bottom, left, right] = resolvePads('same', size, kernel, strides, dilations);
      return [bottom, top, right, left];
    }
    default:
      throw unsupportedNode(node, `has the padding "${mode}"`);
  }
}

/**
 * Rows and columns, [bottom, right], that a size rounded up needs beyond the padding. A last window
 * that would start in the padding at the end is left out, as PyTorch does.
 */
export function ceilExtra(window: SlidingWindow, pads: Pads): Pair {
  const extra = (axis: 0 | 1, before: number, after: number): number => {
    const stride = window.strides[axis];
    const extent = dilatedExtent(window.kernel[axis], window.dilations[axis]);
    const side = window.size[axis];
    let last = Math.ceil((side + before + after - extent) / stride) * stride;
    if (last >= side + before) last -= stride;
    return Math.max(0, last + extent - (side + before + after));
  };
  return [extra(0, pads[0], pads[1]), extra(1, pads[2], pads[3])];
}
