import { buildAlexnet, type AlexnetOptions } from './alexnet.ts';
import type { Architecture } from './architecture.ts';
import { buildDensenet, type DensenetOptions } from './densenet.ts';
import { buildResnet, type ResnetOptions } from './resnet.ts';
import { buildSqueezenet, type SqueezenetOptions } from './squeezenet.ts';
import { buildVgg, type VggOptions } from './vgg.ts';

/** Options of a builder, but for what pictures it reads and tells apart. */
type Sized<Options> = Omit<Options, 'side' | 'classes'>;

/** A network of one of the five families, for pictures and classes of any number. */
export type StandardNetwork =
  | { readonly family: 'resnet'; readonly options: Sized<ResnetOptions> }
  | { readonly family: 'densenet'; readonly options: Sized<DensenetOptions> }
  | { readonly family: 'vgg'; readonly options: Sized<VggOptions> }
  | { readonly family: 'alexnet'; readonly options: Sized<AlexnetOptions> }
  | { readonly family: 'squeezenet'; readonly options: Sized<SqueezenetOptions> };

/** @param inputs.side of the square input in pixels; as published: 224, with 1000 classes */
export function buildStandardNetwork(
  { family, options }: StandardNetwork,
  inputs: { readonly side: number; readonly classes: number },
): Architecture {
  switch (family) {
    case 'resnet':
      return buildResnet({ ...options, ...inputs });
    case 'densenet':
      return buildDensenet({ ...options, ...inputs });
    case 'vgg':
      return buildVgg({ ...options, ...inputs });
    case 'alexnet':
      return buildAlexnet({ ...options, ...inputs });
    case 'squeezenet':
      return buildSqueezenet({ ...options, ...inputs });
  }
}

function resnet(
  block: ResnetOptions['block'],
  blocks: readonly [number, number, number, number],
): StandardNetwork {
  const stages = blocks.map((count, stage) => ({ width: 64 * 2 ** stage, blocks: count }));
  const stem = { filters: 64, kernel: 7, pool: { padding: 1 } };
  return { family: 'resnet', options: { stem, block, stages } };
}

const densenet121: Sized<DensenetOptions> = {
  stem: { filters: 64, kernel: 7, pool: { padding: 1 } },
  growth: 32,
  bottleneck: 4,
  blocks: [6, 12, 24, 16],
};

const vgg16: Sized<VggOptions> = {
  firstStride: 1,
  batchNorm: false,
  stages: [
    [64, 64],
    [128, 128],
    [256, 256, 256],
    [512, 512, 512],
    [512, 512, 512],
  ],
  pooledSide: 7,
  hidden: [4096, 4096],
  dropout: 0.5,
};

const alexnet: Sized<AlexnetOptions> = {
  convolutions: [
    { filters: 64, kernel: 11, stride: 4, padding: 2, pool: true },
    { filters: 192, kernel: 5, stride: 1, padding: 2, pool: true },
    { filters: 384, kernel: 3, stride: 1, padding: 1, pool: false },
    { filters: 256, kernel: 3, stride: 1, padding: 1, pool: false },
    { filters: 256, kernel: 3, stride: 1, padding: 1, pool: true },
  ],
  pooledSide: 6,
  hidden: [4096, 4096],
  dropout: 0.5,
};

const squeezenet11: Sized<SqueezenetOptions> = {
  stem: { filters: 64, padding: 0 },
  stages: [
    [
      { squeeze: 16, expand: 64 },
      { squeeze: 16, expand: 64 },
    ],
    [
      { squeeze: 32, expand: 128 },
      { squeeze: 32, expand: 128 },
    ],
    [
      { squeeze: 48, expand: 192 },
      { squeeze: 48, expand: 192 },
      { squeeze: 64, expand: 256 },
      { squeeze: 64, expand: 256 },
    ],
  ],
  dropout: 0.5,
};

/** The published networks, by the names torchvision uses. */
export const standardNetworks = {
  resnet18: resnet('basic', [2, 2, 2, 2]),
  resnet50: resnet('bottleneck', [3, 4, 6, 3]),
  resnet101: resnet('bottleneck', [3, 4, 23, 3]),
  densenet121: { family: 'densenet', options: densenet121 },
  vgg16: { family: 'vgg', options: vgg16 },
  vgg16_bn: { family: 'vgg', options: { ...vgg16, batchNorm: true } },
  alexnet: { family: 'alexnet', options: alexnet },
  squeezenet1_1: { family: 'squeezenet', options: squeezenet11 },
} as const satisfies Readonly<Record<string, StandardNetwork>>;
