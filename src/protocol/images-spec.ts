import { z } from './zod.ts';

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
    count: z.int().min(1).optional(),
  }),
  z.strictObject({
    source: z.literal('csv'),
    path: z.string().min(1),
    root: z.string().min(1).optional(),
    count: z.int().min(1).optional(),
  }),
]);
