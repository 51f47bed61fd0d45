import { pixelCountSchema, pixelValueSchema, regionSideSchema } from './pixel-value.ts';
import { criticalCountSchema, manifestSchema } from './result.ts';
import { specSchema } from './spec.ts';
import { z } from './zod.ts';

const count = z.int().min(0);
const fraction = z.number().min(0).max(1);
const interval = z.tuple([fraction, fraction]);
const probability = fraction.nullable();

/** Right of how many, with its 95 % interval; nulls where there is nothing to judge by. */
const share = {
  images: count,
  correct: count,
  accuracy: fraction.nullable(),
  interval: interval.nullable(),
};

/** A repaired model against the original on the same images; null for the original itself. */
const againstOriginalSchema = z
  .strictObject({
    /** Images wrong before and right now. */
    mended: count,
    /** Images right before and wrong now. */
    spoilt: count,
    /** Two-sided: exact McNemar, or the sign-flip test by image where there are several draws. */
    p: probability,
    /** Holm over all comparisons of this table. */
    pHolm: probability,
  })
  .nullable();

const epochSchema = z.strictObject({
  epoch: z.int().min(1),
  /** Mean cross-entropy over the samples of the epoch, in nats, each before the step that used it. */
  loss: z.number(),
  samples: count,
  correct: count,
  validationImages: count,
  clean: count,
  changed: count,
});

export const repairedModelSchema = z.strictObject({
  /** "resnet-repaired-4" */
  id: z.string(),
  /** Changed pixels of the training samples. */
  count: pixelCountSchema,
  /** SHA-256 of topology and weights. */
  hash: z.string(),
  trainable: count,
  samples: count,
  /** The epoch whose weights were taken. */
  taken: z.int().min(1),
  epochs: z.array(epochSchema),
  /** Computing, without waiting. */
  seconds: z.number().min(0),
});

const cleanRowSchema = z.strictObject({
  model: z.string(),
  ...share,
  against: againstOriginalSchema,
});

const cellRowSchema = z.strictObject({
  model: z.string(),
  count: pixelCountSchema,
  value: pixelValueSchema,
  region: regionSideSchema,
  /** Over all images, right before the change or not; `images` · draws classifications. */
  ...share,
  against: againstOriginalSchema,
  /** Over the eligible images, as a sweep judges them: denominator, wrong ones and Pixel-index. */
  eligible: count,
  wrong: count,
  pi: z.number().min(0).nullable(),
  piInterval: z.tuple([z.number(), z.number()]).nullable(),
});

/** Original and repaired models on one set of images, unchanged and at every cell. */
export const repairTableSchema = z.strictObject({
  images: count,
  draws: z.int().min(1),
  imageSetHash: z.string(),
  clean: z.array(cleanRowSchema),
  cells: z.array(cellRowSchema),
  px5: z.array(
    z.strictObject({
      model: z.string(),
      value: pixelValueSchema,
      region: z.number(),
      px5: criticalCountSchema.nullable(),
    }),
  ),
});

export const repairAttackSchema = z.strictObject({
  model: z.string(),
  attack: z.enum(['fgsm', 'pgd']),
  epsilon: z.int().min(1),
  /** `original`: examples that fool the original, shown to this model. `itself`: made against it. */
  craftedOn: z.enum(['original', 'itself']),
  /** The examples: those that fool the original, or the images that this model has right. */
  examples: count,
  /** Of them, those that this model has wrong. */
  fooled: count,
  rate: fraction.nullable(),
  interval: interval.nullable(),
  /** Right on this many of all attacked images, whether the original had them right or not. */
  images: count,
  correct: count,
  accuracy: fraction.nullable(),
  accuracyInterval: interval.nullable(),
  against: againstOriginalSchema,
});

const summarySchema = z.strictObject({
  /** Quantiles over images; infinite distances are kept in order and written as null. */
  q10: z.number().nullable(),
  median: z.number().nullable(),
  q90: z.number().nullable(),
});

export const repairDistanceSchema = z.strictObject({
  model: z.string(),
  /** `feature`: exact, on the features before the last layer. `input`: first order, in 0…1 units. */
  space: z.enum(['feature', 'input']),
  images: count,
  /** Images with r_new > r; `share` is larger / images. */
  larger: count,
  /** Images with r_new = r. */
  equal: count,
  share: fraction.nullable(),
  interval: interval.nullable(),
  /** Two-sided sign test over the images whose distance changed. */
  p: probability,
  /** Holm over all models and spaces. */
  pHolm: probability,
  before: summarySchema,
  after: summarySchema,
});

/** Per image, in the order of the held-out images; null where infinite. */
const distanceValuesSchema = z.strictObject({
  model: z.string(),
  feature: z.array(z.number().nullable()).nullable(),
  input: z.array(z.number().nullable()).nullable(),
});

/** What a repair did: the content of result.json of `lab repair`. */
export const repairResultSchema = z.strictObject({
  version: z.literal(1),
  kind: z.literal('repair'),
  spec: specSchema,
  manifest: manifestSchema.omit({ imagesPerSecond: true, imageSetHash: true }),
  /** The model before, restricted to the classes that take part. */
  original: z.strictObject({
    id: z.string(),
    inputSize: z.tuple([z.int(), z.int(), z.int()]),
    /** Outputs that take part, as numbers of the model as it was given. */
    classes: z.array(count),
    parameters: count,
    hash: z.string(),
    linearHead: z.boolean(),
  }),
  sets: z.strictObject({
    train: z.strictObject({ images: count, hash: z.string() }),
    validation: z.strictObject({ images: count, hash: z.string() }),
    test: z.strictObject({ images: count, hash: z.string() }),
  }),
  repaired: z.array(repairedModelSchema),
  /** On held-out images and held-out draws. Null where the run ended before. */
  heldOut: repairTableSchema.nullable(),
  /** The paper's protocol: the very images that were trained on, with other draws. Optimistic. */
  trainedOn: repairTableSchema.nullable(),
  attacks: z.array(repairAttackSchema).nullable(),
  distances: z.array(repairDistanceSchema).nullable(),
  distanceValues: z.array(distanceValuesSchema).nullable(),
});

export type RepairResult = z.output<typeof repairResultSchema>;
export type RepairTable = z.output<typeof repairTableSchema>;
export type RepairAttackResult = z.output<typeof repairAttackSchema>;
export type RepairDistanceResult = z.output<typeof repairDistanceSchema>;
