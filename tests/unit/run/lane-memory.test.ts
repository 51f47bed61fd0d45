import { describe, expect, it } from 'vitest';
import { executionBatch } from '../../../src/engine/lane/execution-batch.ts';
import { preprocessSchema } from '../../../src/protocol/spec.ts';
import type { ModelData } from '../../../src/protocol/model-files.ts';
import { lanesThatFit } from '../../../src/run/lane-memory.ts';
import type { BackendName } from '../../../src/protocol/lane.ts';

const GIB = 2 ** 30;

/** An onnx file of that many bytes; the pages of the buffer are never touched. */
const onnx = (bytes: number): ModelData => ({ format: 'onnx', weights: new ArrayBuffer(bytes) });

function quantised(values: number): ModelData {
  const weights = [{ name: 'kernel', shape: [values / 100, 100], dtype: 'float32' }];
  const topology = JSON.stringify({ weightsManifest: [{ paths: ['a.bin'], weights }] });
  return { format: 'tfjs', topology, weights: new ArrayBuffer(values) };
}

function lanes(backend: BackendName, ...models: readonly ModelData[]): number | undefined {
  const read = models.map((data, index) => ({
    files: { id: `m${index}`, data, preprocess: preprocessSchema.parse({}) },
    hash: '',
  }));
  return lanesThatFit([{ backend, lanes: 16 }], read, 3 * GIB)[0]?.lanes;
}

describe('lanes on the processor', () => {
  it('are all that were planned where the models are small', () => {
    expect(lanesThatFit([{ backend: 'wasm', lanes: 8 }], [], 3 * GIB)).toEqual([
      { backend: 'wasm', lanes: 8 },
    ]);
    expect(lanes('wasm', onnx(5e6))).toBe(10);
  });

  it('become one for a network of 500 MB', () => {
    expect(lanes('wasm', onnx(500e6))).toBe(1);
    expect(lanes('cpu', onnx(500e6))).toBe(1);
  });

  it('go down with the weights of all models of the run together', () => {
    expect(lanes('wasm', onnx(100e6))).toBe(4);
    expect(lanes('wasm', onnx(100e6), onnx(100e6))).toBe(2);
  });

  it('count weights as the floats that they become, not as they are stored', () => {
    expect(lanes('wasm', quantised(100e6))).toBe(lanes('wasm', onnx(400e6)));
  });

  it('stay as planned on a GPU', () => {
    expect(lanesThatFit([{ backend: 'webgpu', lanes: 1 }], [], GIB)[0]?.lanes).toBe(1);
  });
});

describe('images that a network is given at once', () => {
  it('are few where they are large, so that memory stays bounded', () => {
    const wasm = { name: 'wasm', software: false } as const;
    expect(executionBatch(wasm, [64, 64, 3]).images).toBe(32);
    expect(executionBatch(wasm, [224, 224, 3]).images).toBe(6);
    expect(executionBatch(wasm, [299, 299, 3]).images).toBe(3);
    expect(executionBatch(wasm, [1024, 1024, 3]).images).toBe(1);
    expect(executionBatch({ name: 'webgl', software: false }, [224, 224, 3]).images).toBe(6);
  });
});
