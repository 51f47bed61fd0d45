import { augmentSchema } from './augment.ts';
import { LabError } from './lab-error.ts';
import { describeIssues } from './parse-spec.ts';
import { specSchema } from './spec.ts';
import type { z } from './zod.ts';

/** A spec of which samples are to be made: models and a grid may be left out, nothing asks for them. */
const augmentJobSchema = specSchema
  .partial({ models: true, grid: true })
  .extend({ augment: augmentSchema });

export type AugmentJobSpec = z.output<typeof augmentJobSchema>;

/**
 * Reads a spec for its samples and fills in the defaults.
 * @param json - parsed JSON of any shape
 * @throws LabError `spec-invalid` with one line that names the field
 */
export function parseAugmentJob(json: unknown): AugmentJobSpec {
  const parsed = augmentJobSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const { field, message } = describeIssues(parsed.error);
  throw new LabError('spec-invalid', `${field}: ${message}`, field);
}
