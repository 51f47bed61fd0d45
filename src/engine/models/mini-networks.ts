import { buildAlexnet } from './alexnet.ts';
import type { Architecture } from './architecture.ts';
import { buildDensenet } from './densenet.ts';
import { buildResnet } from './resnet.ts';
import { buildSqueezenet } from './squeezenet.ts';
import { buildVgg } from './vgg.ts';

/** Ids of the bundled networks, in the order in which the lab lists them. */
export const miniIds = ['resnet', 'densenet', 'vgg', 'alexnet', 'squeezenet'] as const;

export type MiniId = (typeof miniIds)[number];

/** Written `same` in every model format. */
const endPool = { padding: 0, ceil: true };

const roadside = { side: 64, classes: 12 };

/** The bundled member of each family, for 64×64 pictures of twelve road signs. */
export const miniNetworks: Readonly<Record<MiniId, () => Architecture>> = {
  resnet: () =>
    buildResnet({
      ...roadside,
      stem: { filters: 16, kernel: 5, pool: endPool },
      block: 'basic',
      stages: [
        { width: 24, blocks: 1 },
        { width: 48, blocks: 1 },
        { width: 96, blocks: 1 },
      ],
    }),
  densenet: () =>
    buildDensenet({
      ...roadside,
      stem: { filters: 16, kernel: 5, pool: endPool },
      growth: 16,
      bottleneck: 2,
      blocks: [2, 4, 6],
    }),
  vgg: () =>
    buildVgg({
      ...roadside,
      firstStride: 2,
      batchNorm: true,
      stages: [[16], [32, 32], [64, 64], [128]],
      pooledSide: 2,
      hidden: [128],
      dropout: 0.3,
    }),
  alexnet: () =>
    buildAlexnet({
      ...roadside,
      convolutions: [
        { filters: 24, kernel: 5, stride: 2, padding: 2, pool: true },
        { filters: 32, kernel: 5, stride: 1, padding: 2, pool: true },
        { filters: 64, kernel: 3, stride: 1, padding: 1, pool: false },
        { filters: 64, kernel: 3, stride: 1, padding: 1, pool: false },
        { filters: 64, kernel: 3, stride: 1, padding: 1, pool: true },
      ],
      pooledSide: 3,
      hidden: [256, 256],
      dropout: 0.3,
    }),
  squeezenet: () =>
    buildSqueezenet({
      ...roadside,
      stem: { filters: 24, padding: 1 },
      stages: [
        [
          { squeeze: 16, expand: 32 },
          { squeeze: 16, expand: 32 },
        ],
        [
          { squeeze: 32, expand: 64 },
          { squeeze: 32, expand: 64 },
        ],
        [
          { squeeze: 48, expand: 96 },
          { squeeze: 64, expand: 128 },
        ],
      ],
      dropout: 0.1,
    }),
};
