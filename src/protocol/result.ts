import { z } from './zod.ts';
import { pixelValueSchema } from './pixel-value.ts';
import { eligibilitySchema, specSchema } from './spec.ts';

const count = z.int().min(0);
const fraction = z.number().min(0).max(1);
const interval = z.tuple([z.number(), z.number()]);

/** A PX_q estimate or an end of its interval: a number of pixels, or the side on which the grid does not reach it. */
const censorable = z.union([z.number().positive(), z.enum(['below', 'above'])]);

export const cellResultSchema = z.strictObject({
  model: z.string(),
  count: z.int().min(1),
  value: pixelValueSchema,
  region: z.number().gt(0).max(1),
  /** [height, width] of the region in pixels. */
  rect: z.tuple([z.int().min(1), z.int().min(1)]),
  /** Images in the denominator (each classified `draws` times). */
  eligible: count,
  /** Wrong classifications, of eligible · draws. */
  wrong: count,
  /** Null where nothing is eligible. */
  accuracy: fraction.nullable(),
  interval: interval.nullable(),
  pi: z.number().min(0).nullable(),
  piInterval: interval.nullable(),
  /** Mean |Δ| of the changed channels, in bytes. */
  meanAbsDelta: z.number().min(0).max(255).nullable(),
});

export const criticalCountSchema = z.strictObject({
  count: z.number().positive().nullable(),
  interval: z.tuple([censorable, censorable]).nullable(),
  censored: z.enum(['below', 'above']).nullable(),
});

export const manifestSchema = z.strictObject({
  versions: z.record(z.string(), z.string()),
  backend: z.string(),
  lanes: z.int().min(1),
  start: z.iso.datetime(),
  seconds: z.number().min(0),
  imagesPerSecond: z.number().min(0),
  /** SHA-256 of topology and weights, by model id. */
  modelHashes: z.record(z.string(), z.string()),
  /** SHA-256 over the image keys and labels in order. */
  imageSetHash: z.string(),
  /** False where the run was cancelled or failed: cells then cover the images that were finished. */
  complete: z.boolean(),
});

/**
 * What the right share of a result tells. `agreement`: nobody said what the images show, so each
 * model is judged by its own class of the unchanged image. Default: `accuracy`.
 */
export const measureSchema = z.enum(['accuracy', 'agreement']);

/** A model that was measured. */
export const measuredModelSchema = z.strictObject({
  id: z.string(),
  inputSize: z.tuple([z.int(), z.int(), z.int()]),
  hash: z.string(),
});

/** By model: unchanged images, and how many it had right; null where they have no labels. */
export const cleanSchema = z.record(
  z.string(),
  z.strictObject({ images: count, correct: count.nullable() }),
);

/** What a sweep found: the content of result.json. */
export const resultSchema = z.strictObject({
  version: z.literal(1),
  measure: measureSchema.optional(),
  spec: specSchema,
  manifest: manifestSchema,
  models: z.array(measuredModelSchema),
  clean: cleanSchema,
  eligibility: eligibilitySchema,
  eligible: z.record(z.string(), count),
  cells: z.array(cellResultSchema),
  summary: z.array(
    z.strictObject({
      model: z.string(),
      value: pixelValueSchema,
      region: z.number(),
      /** Null where eligibility is `all`. */
      px5: criticalCountSchema.nullable(),
    }),
  ),
  ranking: z.strictObject({
    cell: z.strictObject({ count: z.int(), value: pixelValueSchema, region: z.number() }),
    models: z.array(
      z.strictObject({ model: z.string(), rank: z.int().min(1), tiedWith: z.array(z.string()) }),
    ),
    pairs: z.array(
      z.strictObject({
        a: z.string(),
        b: z.string(),
        /** Null where the two are not compared: different input sizes, or no common image that was finished. */
        p: z.number().nullable(),
        pHolm: z.number().nullable(),
      }),
    ),
  }),
});

export type CellResult = z.output<typeof cellResultSchema>;
export type CriticalCountResult = z.output<typeof criticalCountSchema>;
export type Manifest = z.output<typeof manifestSchema>;
export type SweepResult = z.output<typeof resultSchema>;
