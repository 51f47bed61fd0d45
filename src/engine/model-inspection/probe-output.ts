import * as tf from '@tensorflow/tfjs-core';
import type { Graph } from '../graph/graph.ts';
import { optimise } from '../graph/optimise.ts';
import { runGraph } from '../graph/run-graph.ts';
import { uploadWeights } from '../graph/upload-weights.ts';

/** Inputs that a network answers differently: nothing, one grey, and a wave. */
function probeInputs([height, width, channels]: Graph['inputShape']): tf.Tensor4D {
  const size = height * width * channels;
  const values = new Float32Array(3 * size);
  values.fill(0.5, size, 2 * size);
  for (let index = 0; index < size; index += 1) {
    values[2 * size + index] = Math.sin(index * 0.37) + Math.cos(index * 0.011);
  }
  return tf.tensor4d(values, [3, height, width, channels]);
}

/**
 * Whether a network's answers are probabilities: none below 0, and those of one image add up to 1.
 * Runs on the backend of this thread.
 */
export async function answersProbabilities(graph: Graph): Promise<boolean> {
  const running = optimise(graph);
  const weights = uploadWeights(running);
  const x = probeInputs(graph.inputShape);
  try {
    const answer = runGraph(running, weights, x);
    const values = await answer.data<'float32'>();
    const classes = answer.shape[1];
    answer.dispose();
    return [0, 1, 2].every((image) => {
      const row = values.subarray(image * classes, (image + 1) * classes);
      const sum = row.reduce((total, value) => total + value, 0);
      return row.every((value) => value >= 0) && Math.abs(sum - 1) < 1e-3;
    });
  } finally {
    x.dispose();
    for (const tensor of weights.values()) tensor.dispose();
  }
}
