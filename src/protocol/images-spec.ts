import { z } from './zod.ts';

/**
 * `predicted`: nobody says what the images show, so the class that a model gives the unchanged image
 * serves as its label, and results tell agreement instead of accuracy. Default: `given`.
 */
const labels = z.enum(['given', 'predicted']).optional();

/**
 * What the models call classes of the images, by the name that their folder or table gives them; null
 * leaves the images of a class out. Other classes go by their own names.
 */
const classes = z.record(z.string(), z.string().min(1).nullable()).optional();

/**
 * Deals the images out in turn, like cards, to `of` heaps, and takes some of these, numbered from 1:
 * one folder serves for training and for testing without sharing an image.
 */
const partSchema = z
  .strictObject({
    of: z.int().min(2).max(100),
    take: z.array(z.int().min(1)).min(1),
  })
  .refine(({ of, take }) => take.every((heap) => heap <= of), {
    path: ['take'],
    message: 'names a part beyond the last',
  })
  .refine(({ take }) => new Set(take).size === take.length, {
    path: ['take'],
    message: 'names a part twice',
  });

/** How images that are files are taken from where they lie. */
const taken = {
  labels,
  classes,
  part: partSchema.optional(),
  count: z.int().min(1).optional(),
};

/** Where labelled images come from. */
export const imagesSchema = z.discriminatedUnion('source', [
  z.strictObject({
    source: z.literal('roadside'),
    split: z.enum(['train', 'validation', 'test']).default('test'),
    count: z.int().min(1).max(100_000),
  }),
  z.strictObject({ source: z.literal('folder'), path: z.string().min(1), ...taken }),
  z.strictObject({ source: z.literal('zip'), path: z.string().min(1), ...taken }),
  z.strictObject({
    source: z.literal('csv'),
    path: z.string().min(1),
    root: z.string().min(1).optional(),
    ...taken,
  }),
]);

export type ImagePart = z.output<typeof partSchema>;
export type ClassNaming = NonNullable<z.output<typeof classes>>;
