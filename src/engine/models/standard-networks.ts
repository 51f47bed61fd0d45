import { buildAlexnet, type AlexnetOptions } from './alexnet.ts';
import type { Architecture } from './architecture.ts';
import { buildDensenet, type DensenetOptions } from './densenet.ts';
import { buildResnet, type ResnetOptions } from './resnet.ts';
import { buildSqueezenet, type SqueezenetOptions } from './squeezenet.ts';
import { buildVgg, type VggOptions } from './vgg.ts';

const imagenet = { side: 224, classes: 1000 };

const resnet101: ResnetOptions = {
  ...imagenet,
  stem: { filters: 64, kernel: 7, pool: { padding: 1 } },
  block: 'bottleneck',
  stages: [
    { width: 64, blocks: 3 },
    { width: 128, blocks: 4 },
    { width: 256, blocks: 23 },
    { width: 512, blocks: 3 },
  ],
};

const densenet121: DensenetOptions = {
  ...imagenet,
  stem: { filters: 64, kernel: 7, pool: { padding: 1 } },
  growth: 32,
  bottleneck: 4,
  blocks: [6, 12, 24, 16],
};

const vgg16: VggOptions = {
  ...imagenet,
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

const alexnet: AlexnetOptions = {
  ...imagenet,
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

const squeezenet11: SqueezenetOptions = {
  ...imagenet,
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

/** The published networks for 224×224 photographs in 1000 classes, by the names torchvision uses. */
export const standardNetworks: Readonly<Record<string, () => Architecture>> = {
  resnet101: () => buildResnet(resnet101),
  densenet121: () => buildDensenet(densenet121),
  vgg16: () => buildVgg(vgg16),
  vgg16_bn: () => buildVgg({ ...vgg16, batchNorm: true }),
  alexnet: () => buildAlexnet(alexnet),
  squeezenet1_1: () => buildSqueezenet(squeezenet11),
};
