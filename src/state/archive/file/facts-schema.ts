import { specSchema } from '../../../protocol/spec.ts';
import { z } from '../../../protocol/zod.ts';
import { RUN_VERSION } from '../archived-run.ts';
import { LONGEST_NAME, LONGEST_TAG } from '../edit-runs.ts';

const time = z.number().min(0).max(8.64e15);

const facts = {
  version: z.literal(RUN_VERSION),
  id: z.string().min(1).max(100),
  name: z.string().max(LONGEST_NAME),
  tags: z.array(z.string().min(1).max(LONGEST_TAG)).max(100),
  created: time,
  updated: time,
  state: z.enum(['running', 'interrupted', 'done', 'cancelled', 'failed']),
  share: z.number().min(0).max(1),
  bytes: z.number().min(0),
  error: z
    .strictObject({
      kind: z.string().max(100),
      message: z.string().max(10_000),
      subject: z.string().max(10_000).optional(),
    })
    .nullable(),
  // What was deleted is in no file.
  deleted: z.null(),
};

const imageSchema = z.discriminatedUnion('source', [
  z.strictObject({ source: z.literal('roadside'), index: z.int().min(0) }),
  z.strictObject({
    source: z.literal('file'),
    file: z.string().max(4096),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
  }),
]);

const inspectionSpecSchema = z.strictObject({
  question: z.enum(['fragility', 'places', 'worst-pixel', 'boundary']),
  image: imageSchema,
  models: z.array(z.string().max(200)).min(1).max(100),
});

/** What is said of a run, of the newest version. */
export const factsSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal(['sweep', 'attack', 'repair']), ...facts, spec: specSchema }),
  z.strictObject({ kind: z.literal('inspection'), ...facts, spec: inspectionSpecSchema }),
]);
