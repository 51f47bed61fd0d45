import type { Importer } from './import-context.ts';
import { activation, elu, leakyRelu, relu } from './import-activation-layers.ts';
import { normalization, rescaling, TRAINING_ONLY, trainingOnly } from './import-input-layers.ts';
import { layerNorm, permute } from './import-normalising-layers.ts';
import {
  dropout,
  flatten,
  globalPool,
  merge,
  pool,
  reshape,
  softmax,
  zeroPadding,
} from './import-plain-layers.ts';
import { batchNorm, conv, dense, separableConv } from './import-weighted-layers.ts';

/** Readers of the layers that can be run, by class name. */
export const importers: ReadonlyMap<string, Importer> = new Map<string, Importer>([
  ['Conv2D', conv],
  ['DepthwiseConv2D', conv],
  ['SeparableConv2D', separableConv],
  ['Dense', dense],
  ['BatchNormalization', batchNorm],
  ['LayerNormalization', layerNorm],
  ['Permute', permute],
  ['Activation', activation],
  ['ReLU', relu],
  ['Softmax', softmax],
  ['LeakyReLU', leakyRelu],
  ['ELU', elu],
  ['Add', merge],
  ['Multiply', merge],
  ['Concatenate', merge],
  ['MaxPooling2D', pool],
  ['AveragePooling2D', pool],
  ['GlobalAveragePooling2D', globalPool],
  ['GlobalMaxPooling2D', globalPool],
  ['Flatten', flatten],
  ['Dropout', dropout],
  ['ZeroPadding2D', zeroPadding],
  ['Reshape', reshape],
  ['Rescaling', rescaling],
  ['Normalization', normalization],
  ...TRAINING_ONLY.map((name): [string, Importer] => [name, trainingOnly]),
]);
