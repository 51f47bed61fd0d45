import {
  bound,
  clip,
  dropout,
  elu,
  gelu,
  hardSigmoid,
  leakyRelu,
  plain,
  pRelu,
} from './activations.ts';
import { add, divide, multiply, negate, subtract, sum } from './arithmetic.ts';
import { concat, gather, pad, slice, split } from './channels.ts';
import { convolution } from './convolution.ts';
import { gemm, matMul } from './dense.ts';
import { batchNorm, layerNorm, localResponseNorm, softmax } from './normalisation.ts';
import type { Operator } from './operator.ts';
import { averagePool, globalPool, maxPool, reduce } from './pooling.ts';
import { cast, flatten, identity, reshape, squeeze, transpose, unsqueeze } from './shapes.ts';

/** Operators that can be applied to what depends on the image, by name. */
export const operators: ReadonlyMap<string, Operator> = new Map<string, Operator>([
  ['Conv', convolution],
  ['Gemm', gemm],
  ['MatMul', matMul],
  ['BatchNormalization', batchNorm],
  ['LayerNormalization', layerNorm],
  ['LRN', localResponseNorm],
  ['MaxPool', maxPool],
  ['AveragePool', averagePool],
  ['GlobalAveragePool', globalPool('globalAveragePool')],
  ['GlobalMaxPool', globalPool('globalMaxPool')],
  ['ReduceMean', reduce('globalAveragePool')],
  ['ReduceMax', reduce('globalMaxPool')],
  ['Add', add],
  ['Sub', subtract],
  ['Mul', multiply],
  ['Div', divide],
  ['Neg', negate],
  ['Sum', sum],
  ['Relu', plain('relu')],
  ['Sigmoid', plain('sigmoid')],
  ['Tanh', plain('tanh')],
  ['Softplus', plain('softplus')],
  ['HardSwish', plain('hardSwish')],
  ['Silu', plain('silu')],
  ['HardSigmoid', hardSigmoid],
  ['LeakyRelu', leakyRelu],
  ['Elu', elu],
  ['PRelu', pRelu],
  ['Gelu', gelu],
  ['Clip', clip],
  ['Max', bound('low')],
  ['Min', bound('high')],
  ['Softmax', softmax('softmax')],
  ['LogSoftmax', softmax('logSoftmax')],
  ['Dropout', dropout],
  ['Concat', concat],
  ['Split', split],
  ['Slice', slice],
  ['Gather', gather],
  ['Pad', pad],
  ['Reshape', reshape],
  ['Flatten', flatten],
  ['Transpose', transpose],
  ['Squeeze', squeeze],
  ['Unsqueeze', unsqueeze],
  ['Identity', identity],
  ['Cast', cast],
]);
