import { checkLayout, flag, spatialPair, unsupportedOperation } from './attributes.ts';
import { paddingOf } from './convolutions.ts';
import type { Operands } from './graph-value.ts';
import type { GraphWriter } from './graph-writer.ts';
import type { Translator } from './translator.ts';

function imageOf(operands: Operands, writer: GraphWriter): string {
  const image = writer.image(operands.tensor(0));
  if (image !== undefined) return image;
  throw unsupportedOperation(operands.operation, 'needs an image but gets a vector');
}

export const pool: Translator = (operands, writer) => {
  const { operation } = operands;
  checkLayout(operation);
  return [
    writer.add({
      op: operation.op === 'MaxPool' ? 'maxPool' : 'averagePool',
      name: operation.name,
      input: imageOf(operands, writer),
      size: spatialPair(operation, 'ksize'),
      strides: spatialPair(operation, 'strides'),
      padding: paddingOf(operands),
    }),
  ];
};

/** Mean or maximum over height and width. */
export const reduce: Translator = (operands, writer) => {
  const { operation } = operands;
  const { shape } = operands.tensor(0);
  const axes = operands.integers(1).map((axis) => (axis < 0 ? axis + shape.length + 1 : axis));
  if (shape.length !== 3 || axes.toSorted((a, b) => a - b).join() !== '1,2') {
    throw unsupportedOperation(operation, 'does not go over height and width');
  }
  const node = {
    op: operation.op === 'Max' ? 'globalMaxPool' : 'globalAveragePool',
    name: operation.name,
    input: imageOf(operands, writer),
  } as const;
  return [writer.add(flag(operation, 'keep_dims') ? { ...node, keepDims: true } : node)];
};

/** Rows and columns of zeros around an image. */
export const pad: Translator = (operands, writer) => {
  const { operation } = operands;
  const sides = operands.integers(1);
  const [beforeBatch, afterBatch, top = 0, bottom = 0, left = 0, right = 0, ...channels] = sides;
  const value = operation.op === 'PadV2' ? operands.constant(2).values[0] : 0;
  const only = [beforeBatch, afterBatch, ...channels].every((side) => side === 0);
  if (sides.length !== 8 || !only || value !== 0) {
    throw unsupportedOperation(operation, 'pads with more than rows and columns of zeros');
  }
  const padding = [top, bottom, left, right] as const;
  const input = imageOf(operands, writer);
  return [writer.add({ op: 'zeroPad', name: operation.name, input, padding })];
};
