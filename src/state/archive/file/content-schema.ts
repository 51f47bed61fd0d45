import { attackResultSchema } from '../../../protocol/attack-result.ts';
import { repairResultSchema } from '../../../protocol/repair-result.ts';
import { resultSchema } from '../../../protocol/result.ts';
import { z } from '../../../protocol/zod.ts';
import { attackResultFault } from '../../../run/result-file/check-attack-result.ts';
import { repairResultFault } from '../../../run/result-file/check-repair-result.ts';
import { resultFault } from '../../../run/result-file/check-result.ts';
import { inspectionResultSchema } from './inspection-schema.ts';
import { filedModelSchema, repairCheckpointSchema, repairSnapshotSchema } from './repair-schema.ts';
import { attackRecordSchema, recordSchema } from './record-schema.ts';

/** What a run says of its course; the rest of what the page shows follows from its result. */
const courseSchema = z
  .object({
    done: z.number().min(0),
    total: z.number().min(0),
    secondsElapsed: z.number().min(0),
    imagesPerSecond: z.number().min(0).nullable(),
    backend: z.string().max(200),
  })
  .transform((course) => ({
    ...course,
    phase: 'done' as const,
    totalIsEstimate: false,
    secondsLeft: null,
    lanes: [],
    recoveries: [],
    clean: [],
    secondsPerImage: {},
    tallies: [],
    error: null,
  }));

/** A schema that a check of what belongs together follows. */
function inOrder<Result>(schema: z.ZodType<Result>, faultOf: (result: Result) => string | null) {
  return schema.superRefine((result, context) => {
    const fault = faultOf(result);
    if (fault !== null) context.addIssue({ code: 'custom', message: fault });
  });
}

/** What a run has found, as a file says. */
export const contentSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('sweep'),
    result: inOrder(resultSchema, resultFault).nullable(),
    record: recordSchema.nullable(),
    snapshot: courseSchema.nullable(),
  }),
  z.strictObject({
    kind: z.literal('attack'),
    result: inOrder(attackResultSchema, attackResultFault).nullable(),
    record: attackRecordSchema.nullable(),
    snapshot: courseSchema.nullable(),
  }),
  z.strictObject({
    kind: z.literal('repair'),
    result: inOrder(repairResultSchema, repairResultFault).nullable(),
    snapshot: repairSnapshotSchema.nullable(),
    models: z.array(filedModelSchema).max(64),
    records: z.strictObject({
      heldOut: recordSchema.nullable(),
      trainedOn: recordSchema.nullable(),
    }),
    checkpoint: repairCheckpointSchema.nullable(),
  }),
  z.strictObject({
    kind: z.literal('inspection'),
    result: inspectionResultSchema,
    label: z.int().min(0).nullable(),
    classNames: z.array(z.string().max(1000)).max(65_536),
  }),
]);
