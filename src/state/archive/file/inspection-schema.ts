import { pixelValueSchema } from '../../../protocol/pixel-value.ts';
import { z } from '../../../protocol/zod.ts';

const count = z.int().min(0);
const model = z.string().max(200);
const byModel = z.record(z.string().max(200), count);

const fragilitySchema = z.strictObject({
  settings: z.strictObject({
    models: z.array(model),
    counts: z.array(count),
    value: pixelValueSchema,
    region: z.number().gt(0).max(1),
    seed: count,
    draws: count,
  }),
  clean: byModel,
  cells: z.array(
    z.strictObject({
      model,
      count,
      draws: count,
      flips: count,
      classes: z.array(count),
      smallest: z.strictObject({ draw: count, absDelta: z.number().min(0) }).nullable(),
    }),
  ),
});

const placeMapSchema = z
  .strictObject({
    settings: z.strictObject({
      model,
      side: z.int().min(1),
      value: pixelValueSchema,
      seed: count,
      draws: count,
    }),
    rows: z.int().min(1).max(4096),
    columns: z.int().min(1).max(4096),
    label: count,
    cleanMargin: z.number(),
    measured: count,
    flips: z.instanceof(Uint16Array),
    margin: z.instanceof(Float32Array),
    firstFlip: z.instanceof(Int32Array),
    saliency: z.instanceof(Float32Array),
    rival: count,
  })
  .refine(
    ({ rows, columns, flips, margin, firstFlip }) =>
      [flips, margin, firstFlip].every(({ length }) => length === rows * columns),
    'the map has not one figure a place',
  );

const courseSchema = z.strictObject({
  points: z.array(z.strictObject({ queries: count, probability: z.number().min(0).max(1) })),
  fooledAt: count.nullable(),
  bytes: z.instanceof(Uint8Array).nullable(),
});

const worstPixelSchema = z.strictObject({
  settings: z.strictObject({
    model,
    pixels: count,
    seed: count,
    population: count,
    generations: count,
  }),
  label: count,
  before: z.number().min(0).max(1),
  courses: z.strictObject({ evolution: courseSchema, random: courseSchema }),
});

const distanceSchema = z.strictObject({
  margin: z.number(),
  rival: count,
  // No gradient, no distance.
  input: z.union([z.number(), z.literal(Infinity), z.literal(-Infinity)]),
  feature: z.number().nullable(),
});

const editsSchema = z.strictObject({
  changes: z.array(
    z.strictObject({
      row: count,
      column: count,
      before: z.tuple([count, count, count]),
      after: z.tuple([count, count, count]),
    }),
  ),
  draw: z
    .strictObject({
      seed: count,
      draw: count,
      count,
      value: pixelValueSchema,
      region: z.number().gt(0).max(1),
    })
    .nullable(),
});

const boundarySchema = z.strictObject({
  label: count.nullable(),
  edits: editsSchema,
  rows: z.array(
    z.strictObject({
      model,
      label: count,
      before: distanceSchema,
      after: distanceSchema.nullable(),
    }),
  ),
});

/** The answer to a question about a picture. */
export const inspectionResultSchema = z.discriminatedUnion('question', [
  z.strictObject({ question: z.literal('fragility'), answer: fragilitySchema }),
  z.strictObject({ question: z.literal('places'), answer: placeMapSchema }),
  z.strictObject({ question: z.literal('worst-pixel'), answer: worstPixelSchema }),
  z.strictObject({ question: z.literal('boundary'), answer: boundarySchema }),
]);
