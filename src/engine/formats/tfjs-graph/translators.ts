import { pointwise, pointwiseOperations } from './activation-nodes.ts';
import { unsupportedOperation } from './attributes.ts';
import { batchNorm } from './batch-norm.ts';
import { addN, binary } from './channel-arithmetic.ts';
import { constantFunction, constantFunctions, gather, pack, product } from './constants.ts';
import { biasAdd, convolution } from './convolutions.ts';
import { matMul } from './dense.ts';
import { batchToSpace, spaceToBatch } from './dilation-blocks.ts';
import { pad, pool, reduce } from './pooling.ts';
import { expandDims, reshape, shapeOf, squeeze } from './shapes.ts';
import { concat, split, stridedSlice } from './slices.ts';
import type { Translator } from './translator.ts';

/** Operations that change nothing when a model answers. */
const same: Translator = (operands) => [operands.value(0)];

const activation: Translator = (operands, writer) => {
  const { operation } = operands;
  const x = operands.tensor(0);
  const applied = pointwise(operation.op, operation);
  if (applied === undefined) throw new RangeError(`no function of ${operation.op}`);
  const node = { op: 'activation', name: operation.name, input: x.node, ...applied } as const;
  return [{ ...x, node: writer.add(node).node }];
};

const softmax: Translator = (operands, writer) => {
  const { operation } = operands;
  const x = operands.tensor(0);
  if (x.shape.some((side, axis) => side !== 1 && axis < x.shape.length - 1)) {
    throw unsupportedOperation(operation, 'is not over the classes');
  }
  const op = operation.op === 'Softmax' ? 'softmax' : 'logSoftmax';
  return [{ ...x, node: writer.add({ op, name: operation.name, input: x.node }).node }];
};

function listed(names: readonly string[], translator: Translator): [string, Translator][] {
  return names.map((name) => [name, translator]);
}

/** What is known of each kind of operation; `Const` and `Placeholder` are read beforehand. */
export const translators: ReadonlyMap<string, Translator> = new Map<string, Translator>([
  ...listed(
    ['Identity', 'IdentityN', 'StopGradient', 'PreventGradient', 'CheckNumerics', 'Snapshot'],
    same,
  ),
  ...listed(['Cast', 'PlaceholderWithDefault'], same),
  ...listed(['Conv2D', '_FusedConv2D'], convolution),
  ...listed(['DepthwiseConv2dNative', 'FusedDepthwiseConv2dNative'], convolution),
  ['BiasAdd', biasAdd],
  ...listed(['MatMul', '_FusedMatMul'], matMul),
  ...listed(['FusedBatchNorm', 'FusedBatchNormV2', 'FusedBatchNormV3'], batchNorm),
  ...listed(pointwiseOperations, activation),
  ...listed(['Softmax', 'LogSoftmax'], softmax),
  ...listed(['AvgPool', 'MaxPool'], pool),
  ...listed(['Mean', 'Max'], reduce),
  ...listed(['Pad', 'PadV2'], pad),
  ...listed(['Add', 'AddV2', 'Sub', 'Mul', 'RealDiv', 'Div'], binary),
  ...listed(['Maximum', 'Minimum', 'FloorDiv', 'Pow'], binary),
  ['AddN', addN],
  ['ConcatV2', concat],
  ['Split', split],
  ['Reshape', reshape],
  ['Squeeze', squeeze],
  ['ExpandDims', expandDims],
  ['Shape', shapeOf],
  ['StridedSlice', stridedSlice],
  ['Pack', pack],
  ['Prod', product],
  ['GatherV2', gather],
  ['SpaceToBatchND', spaceToBatch],
  ['BatchToSpaceND', batchToSpace],
  ...listed(constantFunctions, constantFunction),
]);
