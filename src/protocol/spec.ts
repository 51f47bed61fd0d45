import { attackSchema } from './attack-spec.ts';
import { augmentSchema } from './augment.ts';
import { imagesSchema } from './images-spec.ts';
import { pixelCountSchema, pixelValueSchema, regionSideSchema } from './pixel-value.ts';
import { repairSchema } from './repair.ts';
import { z } from './zod.ts';

/** Random words are keyed by the seed, two of 32 bits; a safe integer fits. */
const seed = z.int().min(0).max(Number.MAX_SAFE_INTEGER);

export const preprocessSchema = z.strictObject({
  /** [height, width] fed to the network; default: the model's own. */
  size: z.tuple([z.int().min(1).max(4096), z.int().min(1).max(4096)]).optional(),
  /** `shortest` scales the short side to `resizeTo` and crops the centre; `exact` stretches. */
  resize: z.enum(['shortest', 'exact']).default('shortest'),
  resizeTo: z.int().min(1).max(8192).optional(),
  crop: z.literal('center').default('center'),
  filter: z.enum(['bilinear', 'nearest']).default('bilinear'),
  channels: z.enum(['rgb', 'bgr']).default('rgb'),
  /** Bytes 0…255 are mapped linearly to this range before mean and std. */
  range: z.tuple([z.number(), z.number()]).default([0, 1]),
  /** In the order of `channels`. */
  mean: z.tuple([z.number(), z.number(), z.number()]).default([0, 0, 0]),
  std: z
    .tuple([z.number().positive(), z.number().positive(), z.number().positive()])
    .default([1, 1, 1]),
});

export const modelObjectSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[\w.-]{1,64}$/, 'use 1 to 64 letters, digits, dots, dashes or underscores')
    .optional(),
  path: z.string().min(1),
  labels: z.string().min(1).optional(),
  /** The network whose weights a .safetensors file holds. */
  architecture: z.string().min(1).max(64).optional(),
  /** Default: found out from the model. */
  output: z.enum(['auto', 'logits', 'probabilities']).optional(),
  preprocess: preprocessSchema.optional(),
});

export const eligibilitySchema = z.enum(['common', 'own', 'all']);

const rankCellSchema = z.strictObject({
  count: pixelCountSchema,
  value: pixelValueSchema,
  region: regionSideSchema,
});

/** An experiment, as the panel, the URL, the terminal and the files write it. Unknown keys are refused. */
export const specSchema = z.strictObject({
  version: z.literal(1),
  name: z.string().max(200).default('untitled'),
  seed,
  models: z
    .array(z.union([z.string().min(1), modelObjectSchema]))
    .min(1)
    .max(32),
  images: imagesSchema,
  eligibility: eligibilitySchema.default('common'),
  draws: z.int().min(1).max(1000).default(1),
  grid: z.strictObject({
    counts: z.array(pixelCountSchema).min(1).max(256),
    values: z.array(pixelValueSchema).min(1).max(64).default(['replace']),
    regions: z.array(regionSideSchema).min(1).max(64).default([1]),
  }),
  rankAt: rankCellSchema.optional(),
  /** Makes adversarial examples; the grid is then what is done to these. */
  attack: attackSchema.optional(),
  repair: repairSchema.optional(),
  /** Samples of the images, to be written as files. */
  augment: augmentSchema.optional(),
});

export type Spec = z.output<typeof specSchema>;
export type SpecInput = z.input<typeof specSchema>;
export type SpecPixelValue = z.output<typeof pixelValueSchema>;
export type Preprocess = z.output<typeof preprocessSchema>;
export type ImagesSpec = z.output<typeof imagesSchema>;
export type Eligibility = z.output<typeof eligibilitySchema>;
export type RankCell = z.output<typeof rankCellSchema>;
