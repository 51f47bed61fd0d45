import type { MiniId } from '../../src/engine/models/mini-networks.ts';
import type { ModelCard } from '../../src/protocol/model-card.ts';

/** How one bundled network is trained. */
export interface Recipe {
  readonly family: ModelCard['family'];
  readonly title: string;
  readonly optimiser: 'sgd' | 'adam';
  /** Highest learning rate. */
  readonly rate: number;
  /** Decoupled: each step shrinks kernels by rate · weightDecay. */
  readonly weightDecay: number;
  /** Gradients longer than this are shortened to it; 0 leaves them alone. */
  readonly clipNorm: number;
  readonly smoothing: number;
  readonly batch: number;
  readonly epochs: number;
  readonly warmUpEpochs: number;
  readonly seed: number;
}

const withNorm = {
  optimiser: 'sgd',
  rate: 0.1,
  weightDecay: 0.005,
  clipNorm: 0,
  smoothing: 0.1,
  batch: 64,
  epochs: 4,
  warmUpEpochs: 0.2,
} as const;

const withoutNorm = {
  ...withNorm,
  optimiser: 'adam',
  rate: 0.001,
  weightDecay: 0.02,
  clipNorm: 5,
  batch: 32,
  epochs: 4,
} as const;

export const recipes: Readonly<Record<MiniId, Recipe>> = {
  resnet: { ...withNorm, family: 'ResNet', title: 'Mini ResNet', seed: 101 },
  densenet: { ...withNorm, family: 'DenseNet', title: 'Mini DenseNet', seed: 121 },
  vgg: { ...withNorm, family: 'VGG', title: 'Mini VGG with batch norm', seed: 16 },
  alexnet: { ...withoutNorm, epochs: 5, family: 'AlexNet', title: 'Mini AlexNet', seed: 8 },
  squeezenet: {
    ...withoutNorm,
    rate: 0.0015,
    epochs: 8,
    family: 'SqueezeNet',
    title: 'Mini SqueezeNet',
    seed: 11,
  },
};
