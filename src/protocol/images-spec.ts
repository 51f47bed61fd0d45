import { z } from './zod.ts';

/**
 * `predicted`: nobody says what the images show, so the class that a model gives the unchanged image
 * serves as its label, and results tell agreement instead of accuracy. Default: `given`.
 */
const labels = z.enum(['given', 'predicted']).optional();

/** Where labelled images come from. */
export const imagesSchema = z.discriminatedUnion('source', [
  z.strictObject({
    source: z.literal('roadside'),
    split: z.enum(['train', 'validation', 'test']).default('test'),
    count: z.int().min(1).max(100_000),
  }),
  z.strictObject({
    source: z.literal('folder'),
    path: z.string().min(1),
    labels,
    count: z.int().min(1).optional(),
  }),
  z.strictObject({
    source: z.literal('zip'),
    path: z.string().min(1),
    labels,
    count: z.int().min(1).optional(),
  }),
  z.strictObject({
    source: z.literal('csv'),
    path: z.string().min(1),
    root: z.string().min(1).optional(),
    labels,
    count: z.int().min(1).optional(),
  }),
]);
