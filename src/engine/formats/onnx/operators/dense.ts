import { flagAttribute, floatAttribute } from '../attributes.ts';
import { unsupportedNode, wrongNode } from '../faults.ts';
import type { Constant } from '../values/constant.ts';
import type { Feature } from '../values/value.ts';
import { sameSide, sideOf, sideSize } from '../values/view.ts';
import { flattened, vectorFeature } from './layout.ts';
import type { OperatorContext } from './operator.ts';
import { constantInput, featureInput, operator, optionalConstant } from './operator.ts';
import { perChannel, placesAlong } from './per-channel.ts';

interface Matrix {
  readonly inputs: number;
  readonly outputs: number;
  readonly at: (input: number, output: number) => number;
}

/** A constant matrix [inputs, outputs], or its transpose. */
function matrixOf({ node }: OperatorContext, constant: Constant, transposed: boolean): Matrix {
  const { shape, values } = constant;
  const [rows = 0, columns = 0] = shape;
  if (shape.length !== 2) {
    throw unsupportedNode(node, `multiplies with a tensor of shape [${shape.join(', ')}]`);
  }
  return transposed
    ? { inputs: columns, outputs: rows, at: (i, o) => values[o * columns + i] ?? 0 }
    : { inputs: rows, outputs: columns, at: (i, o) => values[i * columns + o] ?? 0 };
}

/** The matrix with its rows in the order in which the graph's value holds the features. */
function kernelOf(matrix: Matrix, order: Int32Array, factor: number): Float32Array {
  const kernel = new Float32Array(matrix.inputs * matrix.outputs);
  let at = 0;
  for (const row of order) {
    for (let output = 0; output < matrix.outputs; output += 1, at += 1) {
      kernel[at] = factor * matrix.at(row, output);
    }
  }
  return kernel;
}

function checkInputs({ node }: OperatorContext, features: number, { inputs }: Matrix): void {
  if (features !== inputs) {
    throw wrongNode(node, `multiplies ${features} features with a matrix of ${inputs} rows`);
  }
}

/** Numbers for the outputs of a dense layer from a constant that is added to them. */
function biasOf(
  context: OperatorContext,
  outputs: number,
  factor: number,
): Float32Array | undefined {
  const added = optionalConstant(context, 2);
  if (added === undefined) return undefined;
  const side = sideOf(outputs);
  const answer: Feature = { kind: 'feature', node: '', memory: [side], axes: [side] };
  const numbers = perChannel(context, answer, added);
  if (numbers === undefined) {
    throw unsupportedNode(context.node, `adds a tensor of shape [${added.shape.join(', ')}]`);
  }
  return numbers.map((value) => factor * value);
}

export const gemm = operator(['alpha', 'beta', 'transA', 'transB'], (context) => {
  const { node, graph } = context;
  if (flagAttribute(node, 'transA')) throw unsupportedNode(node, 'transposes the batch ("transA")');
  const given = featureInput(context);
  if (given.axes.length !== 1) throw wrongNode(node, 'needs a vector but gets an image');
  const input = flattened(context, given);
  const matrix = matrixOf(context, constantInput(context, 1), flagAttribute(node, 'transB'));
  const order = placesAlong(input, 0);
  checkInputs(context, order.length, matrix);
  const kernel = kernelOf(matrix, order, floatAttribute(node, 'alpha', 1));
  const bias = biasOf(context, matrix.outputs, floatAttribute(node, 'beta', 1));
  const made = graph.add(node.name, {
    op: 'dense',
    input: input.node,
    kernel: graph.addWeight(node.name, 'kernel', [matrix.inputs, matrix.outputs], kernel),
    ...(bias === undefined
      ? {}
      : { bias: graph.addWeight(node.name, 'bias', [matrix.outputs], bias) }),
    activation: 'linear',
  });
  return vectorFeature(context, made);
});

/** A matrix applied to the channels of every cell: a convolution with a 1×1 kernel. */
function pointwise(context: OperatorContext, input: Feature, matrix: Matrix): Feature {
  const { node, graph } = context;
  const channels = input.memory.at(-1) ?? [];
  if (input.memory.length !== 3 || !sameSide(input.axes.at(-1) ?? [], channels)) {
    throw unsupportedNode(node, 'multiplies along an axis that is not that of the channels');
  }
  checkInputs(context, sideSize(channels), matrix);
  const { inputs, outputs } = matrix;
  const kernel = kernelOf(
    matrix,
    Int32Array.from({ length: inputs }, (_, row) => row),
    1,
  );
  const made = graph.add(node.name, {
    op: 'conv2d',
    input: input.node,
    filter: graph.addWeight(node.name, 'kernel', [1, 1, inputs, outputs], kernel),
    strides: [1, 1],
    dilations: [1, 1],
    padding: 'valid',
    activation: 'linear',
    groups: 1,
  });
  const side = sideOf(outputs);
  return {
    kind: 'feature',
    node: made,
    memory: [...input.memory.slice(0, -1), side],
    axes: [...input.axes.slice(0, -1), side],
  };
}

export const matMul = operator([], (context) => {
  const { node, graph } = context;
  const given = featureInput(context);
  const matrix = matrixOf(context, constantInput(context, 1), false);
  if (given.axes.length !== 1) return pointwise(context, given, matrix);
  const input = flattened(context, given);
  const order = placesAlong(input, 0);
  checkInputs(context, order.length, matrix);
  const shape = [matrix.inputs, matrix.outputs];
  const made = graph.add(node.name, {
    op: 'dense',
    input: input.node,
    kernel: graph.addWeight(node.name, 'kernel', shape, kernelOf(matrix, order, 1)),
    activation: 'linear',
  });
  return vectorFeature(context, made);
});
