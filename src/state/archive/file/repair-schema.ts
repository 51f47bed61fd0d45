import { modelHash } from '../../../protocol/model-hash.ts';
import { preprocessSchema, specSchema } from '../../../protocol/spec.ts';
import { z } from '../../../protocol/zod.ts';
import { ranSchema } from './record-schema.ts';

const count = z.int().min(0);
const id = z.string().min(1).max(200);
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const classNames = z.array(z.string().max(1000)).max(65_536);
const inputSize = z.tuple([z.int().min(1).max(8192), z.int().min(1).max(8192), z.literal(3)]);
/** The text of a model.json. */
const topology = z.string().max(50_000_000);
const weights = z.instanceof(ArrayBuffer);

const factsSchema = z.strictObject({
  id,
  inputSize,
  parameters: z.number().min(0),
  multiplyAdds: z.number().min(0),
  weightBytes: z.number().min(0),
  classCount: count.optional(),
  classNames: classNames.optional(),
  wordnetIds: z.array(z.string().max(100).nullable()).max(65_536).optional(),
  test: z.strictObject({ images: count, correct: count }),
});

const keptModelSchema = z
  .strictObject({
    facts: factsSchema,
    name: z.string().min(1).max(500),
    from: id,
    count,
    made: z.number().min(0).max(8.64e15),
    slot: count,
    files: z.strictObject({
      id,
      data: z.strictObject({ format: z.literal('tfjs'), topology, weights }),
      preprocess: preprocessSchema,
      output: z.enum(['auto', 'logits', 'probabilities']).optional(),
      classes: count.optional(),
    }),
    classNames,
    hash,
  })
  .refine(
    ({ files, hash: named }) => modelHash(files.data) === named,
    'its weights are not those that it names',
  );

/** A model that a repair made, with its weights where they are in the file. */
export const filedModelSchema = z.strictObject({
  id,
  count,
  keptAs: id.nullable(),
  kept: keptModelSchema.nullable().default(null),
});

const repairFactsSchema = z.strictObject({
  trainable: z.number().min(0),
  parameters: z.number().min(0),
  classes: count,
  inputSize,
  multiplyAdds: z.number().min(0),
  linearHead: z.boolean(),
  cached: z.boolean(),
  prepare: count,
  samples: count,
  stepsPerEpoch: count,
  epochs: count,
});

const epochSchema = z.strictObject({
  epoch: count,
  loss: z.union([z.number(), z.nan(), z.literal(Infinity)]),
  samples: count,
  correct: count,
  validationImages: count,
  clean: count,
  changed: count,
});

const trainingSchema = z.strictObject({
  id,
  count,
  state: z.enum(['waiting', 'preparing', 'training', 'trained']),
  facts: repairFactsSchema.nullable(),
  ready: count,
  step: count,
  loss: z.number().nullable(),
  epochs: z.array(epochSchema).max(10_000),
  best: count.nullable(),
});

/** What a repair says of its course; the rest of what the page shows follows from its result. */
export const repairSnapshotSchema = z
  .object({
    models: z.array(trainingSchema).max(16),
    progress: z.number().min(0).max(1),
    secondsElapsed: z.number().min(0),
    backend: z.string().max(200),
  })
  .transform((course) => ({
    ...course,
    phase: 'done' as const,
    evaluation: null,
    secondsLeft: null,
    lanes: [],
    recoveries: [],
    error: null,
  }));

const patchSchema = z.strictObject({
  length: count,
  offset: count,
  bytes: z.instanceof(Uint8Array),
});

/**
 * What a repair goes on from, as a file says: the trainings that came to their end. They are judged
 * anew, with the same figures.
 */
export const repairCheckpointSchema = z
  .strictObject({
    version: z.literal(1),
    kind: z.literal('repair'),
    spec: specSchema,
    imageSetHash: z.string().max(200),
    modelHashes: z.array(z.string().max(200)).max(32),
    ran: ranSchema,
    trainHash: z.string().max(200),
    validationHash: z.string().max(200),
    original: z.strictObject({ topology, weights, hash, epoch: count }),
    trainings: z
      .array(
        z.strictObject({
          id,
          facts: repairFactsSchema,
          epochs: z.array(epochSchema).max(10_000),
          best: count.nullable(),
          seconds: z.number().min(0),
          files: z.strictObject({ topology, hash, epoch: count, patch: patchSchema }),
        }),
      )
      .max(16),
    evaluation: z.unknown().transform(() => null),
  })
  .refine(
    ({ original, trainings }) =>
      trainings.every(({ files: { patch } }) => {
        const end = patch.offset + patch.bytes.length;
        // Nothing longer is laid out than what the file brings.
        const most = Math.max(original.weights.byteLength, patch.bytes.length);
        return end <= patch.length && patch.length <= most;
      }),
    'its weights do not fit its model',
  );
