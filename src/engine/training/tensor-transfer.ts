import * as tf from '@tensorflow/tfjs-core';
import type { Weight } from '../graph/graph.ts';
import type { TensorMap } from './optimiser.ts';

/** Copies values to the backend; the caller disposes the tensors. */
export function uploadTensors(weights: ReadonlyMap<string, Weight>): Map<string, tf.Tensor> {
  const tensors = new Map<string, tf.Tensor>();
  for (const [name, { shape, values }] of weights) {
    tensors.set(name, tf.tensor(values.slice(), [...shape], 'float32'));
  }
  return tensors;
}

/** Copies values back from the backend; the tensors stay. */
export async function readTensors(tensors: TensorMap): Promise<Map<string, Weight>> {
  const weights = new Map<string, Weight>();
  for (const [name, tensor] of tensors) {
    const values = Float32Array.from(await tensor.data());
    weights.set(name, { shape: [...tensor.shape], values });
  }
  return weights;
}
