import { LabError } from '../../../protocol/lab-error.ts';
import { describeIssues } from '../../../protocol/parse-spec.ts';
import type { Spec } from '../../../protocol/spec.ts';
import type { z } from '../../../protocol/zod.ts';
import type { StateFault } from './link-fields.ts';
import { pathOfName } from './paths.ts';

/** The first complaint of a schema. */
export function schemaFault(error: z.ZodError): StateFault {
  const { field, message } = describeIssues(error);
  return {
    path: pathOfName(field),
    message: message === 'unknown key' ? 'the rest of the link has no place for it' : message,
  };
}

/** Pixels of the largest image that a model may take. */
const MOST_PIXELS = 4096 * 4096;

/** Counts that no image has room for would make every chart a desert. */
export function countFault({ grid, repair }: Pick<Spec, 'grid' | 'repair'>): StateFault | null {
  const message = `use at most ${MOST_PIXELS}`;
  if (grid.counts.some((count) => count > MOST_PIXELS)) {
    return { path: ['spec', 'grid', 'counts'], message };
  }
  if (repair?.counts.some((count) => count > MOST_PIXELS)) {
    return { path: ['spec', 'repair', 'counts'], message };
  }
  return null;
}

/** What a check of a run refuses in a spec; null where it refuses nothing. */
export function specFault(spec: Spec, check: (spec: Spec) => unknown): StateFault | null {
  try {
    check(spec);
    return null;
  } catch (error) {
    if (!(error instanceof LabError)) throw error;
    const { subject = '', message } = error;
    return { path: ['spec', ...pathOfName(subject)], message: message.replace(`${subject}: `, '') };
  }
}
