import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { encode } from 'fast-png';
import { philox4x32 } from '../../../src/core/philox.ts';

const SIDE = 8;
export const COLOURS = ['red', 'green', 'blue'] as const;

const layer = (className: string, config: Record<string, unknown>) => ({
  class_name: className,
  config: { trainable: true, dtype: 'float32', ...config },
});

/** A network that names the channel with the largest mean, in TensorFlow.js layers format. */
function colourModel(classes: number): { topology: string; weights: Buffer } {
  const eye = (rows: number, columns: number): number[] =>
    Array.from({ length: rows * columns }, (_, at) =>
      Math.floor(at / columns) === at % columns ? 1 : 0,
    );
  const layers = [
    layer('Conv2D', {
      name: 'mix',
      batch_input_shape: [null, SIDE, SIDE, 3],
      filters: 3,
      kernel_size: [1, 1],
      strides: [1, 1],
      padding: 'same',
      data_format: 'channels_last',
      dilation_rate: [1, 1],
      activation: 'linear',
      use_bias: false,
    }),
    layer('GlobalAveragePooling2D', { name: 'mean', data_format: 'channels_last' }),
    layer('Dense', { name: 'head', units: classes, activation: 'softmax', use_bias: false }),
  ];
  const values = [...eye(3, 3), ...eye(3, classes)];
  const topology = {
    format: 'layers-model',
    modelTopology: {
      class_name: 'Sequential',
      config: { name: 'colours', layers },
      keras_version: 'tfjs-layers 4.22.0',
      backend: 'tensor_flow.js',
    },
    weightsManifest: [
      {
        paths: ['weights.bin'],
        weights: [
          { name: 'mix/kernel', shape: [1, 1, 3, 3], dtype: 'float32' },
          { name: 'head/kernel', shape: [3, classes], dtype: 'float32' },
        ],
      },
    ],
  };
  return {
    topology: JSON.stringify(topology),
    weights: Buffer.from(Float32Array.from(values).buffer),
  };
}

/** Noise in which one channel is a little brighter. */
function noisyImage(colour: number, index: number): Uint8Array {
  const rgb = new Uint8Array(SIDE * SIDE * 3);
  for (let at = 0; at < rgb.length; at += 1) {
    const [word] = philox4x32([at, index, colour, 0], [1, 2]);
    rgb[at] = (word % 200) + (at % 3 === colour ? 12 + (index % 5) * 6 : 0);
  }
  return encode({ width: SIDE, height: SIDE, data: rgb, channels: 3 });
}

/** A folder with a model, labelled images and whatever a test adds; removed by `remove`. */
export interface TinyLab {
  readonly folder: string;
  path(...parts: string[]): string;
  write(name: string, content: string | Uint8Array): string;
  /** Writes one more spec over the tiny images, with some keys changed; returns its path. */
  spec(changes?: Record<string, unknown>): string;
  remove(): void;
}

/** @param imagesOfEach - images of each colour */
export function tinyLab(imagesOfEach = 6): TinyLab {
  const folder = mkdtempSync(join(tmpdir(), 'pixelproof-'));
  const path = (...parts: string[]): string => join(folder, ...parts);
  const write = (name: string, content: string | Uint8Array): string => {
    mkdirSync(dirname(path(name)), { recursive: true });
    writeFileSync(path(name), content);
    return path(name);
  };
  for (const [name, classes] of [
    ['net', 3],
    ['other', 3],
    ['wide', 4],
  ] as const) {
    const { topology, weights } = colourModel(classes);
    write(`${name}/model.json`, topology);
    write(`${name}/weights.bin`, weights);
  }
  write('labels.txt', `${COLOURS.join('\n')}\n`);
  const rows = ['file,class'];
  for (const [colour, name] of COLOURS.entries()) {
    for (let index = 0; index < imagesOfEach; index += 1) {
      write(`images/${name}/${index}.png`, noisyImage(colour, index));
      rows.push(`${name}/${index}.png,${index % 2 === 0 ? name : colour}`);
    }
  }
  write('images.csv', `${rows.join('\n')}\n`);
  let specs = 0;
  const base = {
    version: 1,
    name: 'tiny',
    seed: 5,
    models: [
      { path: 'net', labels: 'labels.txt' },
      {
        id: 'stretched',
        path: 'other/model.json',
        labels: 'labels.txt',
        preprocess: { resize: 'exact' },
      },
    ],
    images: { source: 'folder', path: 'images' },
    eligibility: 'common',
    draws: 1,
    grid: { counts: [1, 4, 16], values: ['replace', { offset: 40 }], regions: [1, 0.5] },
  };
  return {
    folder,
    path,
    write,
    spec: (changes = {}) => {
      specs += 1;
      return write(`spec-${specs}.json`, JSON.stringify({ ...base, ...changes }));
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
