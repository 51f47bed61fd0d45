import { parentPort, workerData } from 'node:worker_threads';
import * as tf from '@tensorflow/tfjs-core';
import { startBackend } from '../../../src/engine/backends/start-backend.ts';
import { fillWasmMemory } from './fill-wasm-memory.ts';

/** What a thread is to do: one kernel on ones, in a WASM memory with little left. */
export interface StarvedKernel {
  readonly kernel: keyof typeof kernels;
  readonly spare: number;
}

/** The kernel's first value, if it came back, and the failure that the backend noticed. */
export interface StarvedOutcome {
  readonly value: number | null;
  readonly failure: string | null;
}

const kernels = {
  matMul: (x: tf.Tensor4D) => tf.matMul(tf.reshape(x, [16, 128]), tf.reshape(x, [128, 16])),
  conv2d: (x: tf.Tensor4D) => tf.conv2d(x, tf.reshape(x, [1, 1, 8, 256]), 1, 'valid'),
  depthwiseConv2d: (x: tf.Tensor4D) => tf.depthwiseConv2d(x, tf.reshape(x, [4, 4, 8, 16]), 1, 0),
  maxPool: (x: tf.Tensor4D) => tf.maxPool(x, 2, 2, 'valid'),
  add: (x: tf.Tensor4D) => tf.add(x, x),
};

const { kernel, spare } = workerData as StarvedKernel;
const backend = await startBackend('wasm', {});
const ones = tf.ones<tf.Rank.R4>([1, 16, 16, 8]);
fillWasmMemory(tf.backend(), spare);
let value: number | null = null;
let failure: string | null = null;
try {
  value = (await kernels[kernel](ones).data())[0] ?? null;
  backend.latch.check();
} catch (error) {
  failure = ((await backend.explain(error)) ?? (error as { kind: string })).kind;
}
parentPort?.postMessage({ value, failure } satisfies StarvedOutcome);
