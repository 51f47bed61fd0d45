import { pixelCountSchema, pixelValueSchema, regionSideSchema } from './pixel-value.ts';
import { z } from './zod.ts';

/** The paper's sample: `count` pixels changed at random (Zhang & Cai 2021). */
const pixelsSchema = z.strictObject({
  // Optional, so that the union below also takes it where no arm is named.
  arm: z.literal('pixels').optional().default('pixels'),
  count: pixelCountSchema.default(4),
  value: pixelValueSchema.default('replace'),
  /** Fraction of the side. */
  region: regionSideSchema.default(1),
});

const noiseSchema = z.strictObject({
  arm: z.literal('noise'),
  /** Standard deviation in bytes. */
  deviation: z.number().gt(0).max(64).default(10),
});

const flipShiftSchema = z.strictObject({
  arm: z.literal('flip-shift'),
  /** Largest shift along either axis, as a fraction of that side. */
  shift: z.number().min(0).max(0.5).default(0.125),
  /** Probability of a mirror image, where the class allows one. */
  flip: z.number().min(0).max(1).default(0.5),
});

const erasingSchema = z.strictObject({
  arm: z.literal('erasing'),
  /** Smallest and largest share of the image's area that is erased. */
  area: z
    .tuple([z.number().gt(0).max(0.5), z.number().gt(0).max(0.5)])
    .refine(([least, most]) => least <= most, 'the first share must not be above the second')
    .default([0.02, 0.4]),
  /** Smallest height over width of the rectangle; the largest is its inverse. */
  aspect: z.number().min(0.1).max(1).default(0.3),
});

const complaints = {
  error: ({ code }: { readonly code?: string }) =>
    code === 'invalid_union'
      ? 'use "pixels", "noise", "flip-shift" or "erasing"'
      : 'say what to make, for example { "samples": 4, "count": 4 }',
};

/** A way to make samples, with its parameters. */
export const sampleArmSchema = z.discriminatedUnion(
  'arm',
  [pixelsSchema, noiseSchema, flipShiftSchema, erasingSchema],
  complaints,
);

const output = {
  /** Samples made of each image. */
  samples: z.int().min(1).max(10_000).default(1),
  /** [height, width] that images are scaled and cropped to beforehand; default: their own. */
  size: z.tuple([z.int().min(1).max(4096), z.int().min(1).max(4096)]).optional(),
};

/** Classes whose mirror image shows the same class; default: what is known of the source. */
const mirror = z
  .union([z.literal('all'), z.array(z.string().min(1))], 'use "all" or a list of classes')
  .optional();

/** A set of samples to be written. */
export const augmentSchema = z.discriminatedUnion(
  'arm',
  [
    pixelsSchema.extend(output),
    noiseSchema.extend(output),
    flipShiftSchema.extend({ ...output, mirror }),
    erasingSchema.extend(output),
  ],
  complaints,
);

export type SampleArm = z.output<typeof sampleArmSchema>;
export type AugmentSpec = z.output<typeof augmentSchema>;
