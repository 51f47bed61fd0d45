import * as tf from '@tensorflow/tfjs-core';
import { loadGraphModel } from '@tensorflow/tfjs-converter';
import type { Files } from './saved-layers.ts';

type Attribute = Readonly<Record<string, unknown>>;
type Attributes = Readonly<Record<string, Attribute>>;

/** Attributes as the converter writes them: 64-bit integers as text, strings in base64. */
export const ints = (...values: readonly number[]): Attribute => ({
  list: { i: values.map(String) },
});
export const int = (value: number): Attribute => ({ i: String(value) });
export const float = (f: number): Attribute => ({ f });
export const bool = (b: boolean): Attribute => ({ b });
export const text = (value: string): Attribute => ({ s: btoa(value) });
export const texts = (...values: readonly string[]): Attribute => ({
  list: { s: values.map((value) => btoa(value)) },
});

const FLOAT: Attribute = { type: 'DT_FLOAT' };

interface Weight {
  readonly name: string;
  readonly shape: readonly number[];
  readonly dtype: 'float32' | 'int32';
  readonly values: readonly number[];
}

/** A window's attributes: stride and dilation in both directions. */
export function window(stride: number, padding: string, more: Attributes = {}): Attributes {
  return {
    T: FLOAT,
    strides: ints(1, stride, stride, 1),
    dilations: ints(1, 1, 1, 1),
    padding: text(padding),
    data_format: text('NHWC'),
    ...more,
  };
}

/** Builds a graph model operation by operation; each method gives the name of what it added. */
export class GraphDef {
  readonly #nodes: object[] = [];
  readonly #weights: Weight[] = [];
  #phase = 0.3;

  placeholder(name: string, shape: readonly number[]): string {
    const dim = shape.map((size) => ({ size: String(size) }));
    return this.op('Placeholder', name, [], { dtype: FLOAT, shape: { shape: { dim } } });
  }

  /** Numbers of a wave, about 2 / √inputs in size, or closer around a number. */
  wave(name: string, shape: readonly number[], around = 0): string {
    const size = shape.reduce((product, side) => product * side, 1);
    const width = Math.sqrt(size / (shape.at(-1) ?? 1));
    this.#phase += 0.7;
    const phase = this.#phase;
    const values = Array.from(
      { length: size },
      (_, index) => around + (Math.sin(phase + 2.3 * index) / width) * (around === 0 ? 2 : 0.5),
    );
    return this.#constant({ name, shape, dtype: 'float32', values });
  }

  floats(name: string, shape: readonly number[], values: readonly number[]): string {
    return this.#constant({ name, shape, dtype: 'float32', values });
  }

  integers(name: string, shape: readonly number[], values: readonly number[]): string {
    return this.#constant({ name, shape, dtype: 'int32', values });
  }

  op(op: string, name: string, input: readonly string[], attr: Attributes = { T: FLOAT }): string {
    this.#nodes.push({ name, op, input, attr });
    return name;
  }

  /** Scale, offset, mean and variance. */
  statistics(name: string, channels: number): string[] {
    return [
      this.wave(`${name}/scale`, [channels], 1),
      this.wave(`${name}/offset`, [channels]),
      this.wave(`${name}/mean`, [channels]),
      this.wave(`${name}/variance`, [channels], 1.5),
    ];
  }

  /** @param outputs what the signature names; without it the file has none */
  files(outputs?: readonly string[]): Files {
    const bytes = new DataView(new ArrayBuffer(4 * this.#values().length));
    let offset = 0;
    for (const { dtype, values } of this.#weights) {
      for (const value of values) {
        if (dtype === 'float32') bytes.setFloat32(offset, value, true);
        else bytes.setInt32(offset, value, true);
        offset += 4;
      }
    }
    const signature = {
      inputs: {},
      outputs: Object.fromEntries((outputs ?? []).map((name) => [name, { name: `${name}:0` }])),
    };
    const weights = this.#weights.map(({ name, shape, dtype }) => ({ name, shape, dtype }));
    const topology = JSON.stringify({
      format: 'graph-model',
      modelTopology: { node: this.#nodes, versions: { producer: 1 } },
      weightsManifest: [{ paths: ['group1-shard1of1.bin'], weights }],
      ...(outputs === undefined ? {} : { signature }),
    });
    return { topology, weights: bytes.buffer };
  }

  #values(): readonly number[] {
    return this.#weights.flatMap(({ values }) => values);
  }

  #constant(weight: Weight): string {
    this.#weights.push(weight);
    return this.op('Const', weight.name, [], {
      dtype: weight.dtype === 'int32' ? { type: 'DT_INT32' } : FLOAT,
    });
  }
}

interface GraphModelJson {
  readonly modelTopology: object;
  readonly weightsManifest: readonly { readonly weights: tf.io.WeightsManifestEntry[] }[];
  readonly signature?: object;
}

/** The same files as the executor of TensorFlow.js reads them. */
export function loadPlainGraph({ topology, weights }: Files) {
  const { modelTopology, weightsManifest, signature } = JSON.parse(topology) as GraphModelJson;
  const artifacts = {
    modelTopology,
    weightSpecs: weightsManifest.flatMap((group) => group.weights),
    weightData: weights,
    ...(signature === undefined ? {} : { signature }),
  };
  return loadGraphModel(tf.io.fromMemory(artifacts));
}
