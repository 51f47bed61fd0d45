import { flag, unsupportedOperation } from './attributes.ts';
import { applyFused } from './convolutions.ts';
import type { ConstantValue, Operands, TensorValue } from './graph-value.ts';
import type { GraphWriter } from './graph-writer.ts';
import type { Translator } from './translator.ts';

function transposed({ shape, values }: ConstantValue): Float32Array {
  const [rows = 0, columns = 0] = shape;
  return Float32Array.from({ length: rows * columns }, (_, index) => {
    const column = Math.floor(index / rows);
    return values[(index % rows) * columns + column] ?? NaN;
  });
}

function multiply(operands: Operands, writer: GraphWriter, name: string): TensorValue {
  const { operation } = operands;
  const x = operands.tensor(0);
  const kernel = operands.constant(1);
  const [rows = 0, columns = 0] = kernel.shape;
  if (flag(operation, 'transpose_a') || x.shape.length !== 1 || kernel.shape.length !== 2) {
    throw unsupportedOperation(operation, 'does not multiply a vector with a matrix');
  }
  const turned = flag(operation, 'transpose_b');
  const weight = writer.weight(
    `${name}/kernel`,
    turned ? [columns, rows] : [rows, columns],
    turned ? transposed(kernel) : kernel.values,
  );
  const input = writer.vector(x);
  return writer.add({ op: 'dense', name, input, kernel: weight, activation: 'linear' });
}

export const matMul: Translator = (operands, writer) =>
  applyFused(operands, writer, 2, (name) => multiply(operands, writer, name));
