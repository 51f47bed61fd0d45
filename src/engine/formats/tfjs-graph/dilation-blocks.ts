import { unsupportedOperation } from './attributes.ts';
import type { Translator } from './translator.ts';

/**
 * A dilated convolution is written as three steps in older graphs: cells are dealt out to d·d small
 * images (SpaceToBatchND), these are convolved, and put together again (BatchToSpaceND). Together they
 * are one convolution with dilation d, padded before and cropped after.
 */
export const spaceToBatch: Translator = (operands) => {
  const x = operands.tensor(0);
  const [height, width, ...more] = operands.integers(1);
  const [top = 0, bottom = 0, left = 0, right = 0] = operands.integers(2);
  if (height === undefined || width === undefined || more.length > 0 || x.shape.length !== 3) {
    throw unsupportedOperation(operands.operation, 'does not deal out rows and columns');
  }
  const padding = [top, bottom, left, right] as const;
  return [{ ...x, blocks: { size: [height, width], padding, convolved: false } }];
};

export const batchToSpace: Translator = (operands, writer) => {
  const { operation } = operands;
  const value = operands.value(0);
  const blocks = value.kind === 'tensor' ? value.blocks : undefined;
  const conv = value.kind === 'tensor' ? writer.nodeOf(value.node) : undefined;
  const isConv = conv?.op === 'conv2d' || conv?.op === 'depthwiseConv2d';
  if (blocks?.convolved !== true || !isConv || operands.integers(1).join() !== blocks.size.join()) {
    throw unsupportedOperation(operation, 'does not follow a convolution of blocks');
  }
  const crops = operands.integers(2);
  const [top, bottom, left, right] = blocks.padding.map((side, at) => side - (crops[at] ?? 0));
  const sides = [top ?? -1, bottom ?? -1, left ?? -1, right ?? -1] as const;
  if (sides.some((side) => side < 0)) {
    throw unsupportedOperation(operation, 'crops more than was padded');
  }
  return [writer.replace({ ...conv, padding: sides })];
};
