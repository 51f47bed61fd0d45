import { readFileSync } from 'node:fs';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { graphFromOnnx } from '../../../../../src/engine/formats/onnx/graph-from-onnx.ts';
import { runGraph } from '../../../../../src/engine/graph/run-graph.ts';
import { uploadWeights } from '../../../../../src/engine/graph/upload-weights.ts';
import { goldenValues, relativeError } from '../../../../support/golden-gradients.ts';
import type { OperatorCase } from '../../../../support/onnx/cases/case.ts';
import { node, widening } from '../../../../support/onnx/cases/case.ts';
import { denseCases } from '../../../../support/onnx/cases/dense.ts';
import { layoutCases } from '../../../../support/onnx/cases/layout.ts';
import { pointwiseCases } from '../../../../support/onnx/cases/pointwise.ts';
import { windowCases } from '../../../../support/onnx/cases/windows.ts';
import { encodeModel } from '../../../../support/onnx/encode.ts';
import { startWasm } from '../../../../support/wasm.ts';

const goldenSchema = z.object({
  torch: z.string(),
  cases: z.record(z.string(), z.array(z.number())),
});
const file = new URL('../../../../fixtures/onnx/operators.json', import.meta.url);
const golden = goldenSchema.parse(JSON.parse(readFileSync(file, 'utf8')));

const cases = [...windowCases, ...pointwiseCases, ...layoutCases, ...denseCases];

/** The images of make_operators.py, [2, 4, 5, 3]. */
function images(): tf.Tensor4D {
  const first = tf.tensor4d(goldenValues(2 * 3 * 4 * 5, 1), [2, 3, 4, 5]);
  return tf.transpose(tf.mul(first, 2), [0, 2, 3, 1]);
}

function answer({ opset, nodes, weights, widened = false }: OperatorCase): Float32Array {
  const bytes = encodeModel({
    opset,
    nodes: [...(widened ? [widening.node] : []), ...nodes, node('Flatten', 'z', 'y', { axis: 1 })],
    weights: { ...weights, ...(widened ? widening.weights : {}) },
  });
  const graph = graphFromOnnx(bytes);
  return tf.tidy(() => runGraph(graph, uploadWeights(graph), images()).dataSync() as Float32Array);
}

describe('an operator of ONNX', () => {
  beforeAll(startWasm);

  it.each(cases)('gives what PyTorch gives: $golden, $title, set $opset', (operator) => {
    expect(relativeError(answer(operator), golden.cases[operator.golden] ?? [])).toBeLessThan(2e-5);
  });

  it('has a case for every golden value', () => {
    const named = new Set(cases.map((operator) => operator.golden));
    expect(named).toEqual(new Set(Object.keys(golden.cases)));
  });
});
