import { imagesSchema } from './images-spec.ts';
import { pixelCountSchema, pixelValueSchema, regionSideSchema } from './pixel-value.ts';
import { z } from './zod.ts';

/** How the samples of a repair are made from training images; `pixels` is the paper's. */
export const repairArmSchema = z.enum(['pixels', 'noise', 'flip-shift', 'erasing']);

/**
 * Which weights are free: those of the last layer (the paper), of the last block and the last
 * layer, or all. Running statistics of batch normalisation never change.
 */
export const repairLayersSchema = z.enum(['last', 'block', 'all']);

/** Fine-tuning of one model on small-distance samples (Zhang & Cai 2021, section 3.4). */
export const repairSchema = z.strictObject({
  /** Id of one of the spec's models. */
  model: z.string().min(1),
  /** Changed pixels of the training samples; one repaired model each. */
  counts: z.array(pixelCountSchema).min(1).max(16).default([4, 8, 16, 32, 64]),
  /** Training images. */
  images: z.int().min(1).max(100_000).default(1000),
  /** Images that choose among the epochs, apart from the training and the test images. */
  validationImages: z.int().min(1).max(100_000).default(500),
  /** Where training images come from; default: the training split of Roadside. */
  train: imagesSchema.optional(),
  /** Where validation images come from; default: the validation split of Roadside. */
  validation: imagesSchema.optional(),
  value: pixelValueSchema.default('replace'),
  region: regionSideSchema.default(1),
  /** Changed samples made of each training image, each from a draw of its own. */
  copies: z.int().min(1).max(100).default(1),
  /** Share of the samples that stay unchanged. */
  cleanShare: z.number().min(0).max(1).default(0),
  arm: repairArmSchema.default('pixels'),
  /** Classes that take part, as outputs of the model; default: all. The new head has only these. */
  classes: z.array(z.int().min(0)).min(2).optional(),
  layers: repairLayersSchema.default('last'),
  /** `fresh` starts the last layer anew (the paper), `keep` from the weights that it has. */
  head: z.enum(['fresh', 'keep']).default('fresh'),
  optimiser: z.enum(['sgd', 'adam']).default('sgd'),
  /** Of the gradient descent; Adam has its own. */
  momentum: z.number().min(0).lt(1).default(0.9),
  learningRate: z.number().gt(0).max(10).default(0.001),
  /** `cosine` lets the learning rate sink to 0 over the training. */
  schedule: z.enum(['constant', 'cosine']).default('constant'),
  /** Decoupled; each step shrinks free kernels by learning rate · weight decay. */
  weightDecay: z.number().min(0).max(1).default(0),
  epochs: z.int().min(1).max(10_000).default(20),
  batch: z.int().min(1).max(1024).default(32),
  /** Which epoch's weights are taken: the best on validation images, or the last one's. */
  take: z.enum(['best', 'last']).default('best'),
  /** Attacks to judge before and after by, in bytes; an empty list leaves them out. */
  epsilons: z.array(z.int().min(1).max(127)).max(8).default([4]),
  /** Held-out images that are attacked; the first ones. */
  attackImages: z.int().min(1).default(300),
  /** Held-out images whose distance to the decision boundary is measured; the first ones. */
  distanceImages: z.int().min(1).default(300),
});

export type RepairSpec = z.output<typeof repairSchema>;
export type RepairArm = z.output<typeof repairArmSchema>;
export type RepairLayers = z.output<typeof repairLayersSchema>;
