import type { z } from './zod.ts';
import { LabError } from './lab-error.ts';
import { specSchema, type Spec } from './spec.ts';

type Issue = z.core.$ZodIssue;

/** `grid.counts[6]` */
function fieldName(path: readonly PropertyKey[]): string {
  return path.reduce<string>((name, step) => {
    if (typeof step === 'number') return `${name}[${step}]`;
    return name === '' ? String(step) : `${name}.${String(step)}`;
  }, '');
}

/** Of the alternatives of a union, the one that was meant: its first complaint lies deepest. */
function meantAlternative(alternatives: readonly (readonly Issue[])[]): Issue | undefined {
  let best: Issue | undefined;
  for (const [issue] of alternatives) {
    if (issue === undefined) continue;
    const isPlainMismatch = issue.path.length === 0 && issue.code === 'invalid_type';
    if (isPlainMismatch || issue.code === 'invalid_value') continue;
    if (best === undefined || issue.path.length > best.path.length) best = issue;
  }
  return best;
}

interface Complaint {
  readonly field: string;
  readonly message: string;
}

function complaint(issue: Issue, prefix: readonly PropertyKey[]): Complaint {
  const path = [...prefix, ...issue.path];
  const field = fieldName(path) || 'the spec';
  if (issue.code === 'unrecognized_keys') {
    const keys = issue.keys.map((key) => fieldName([...path, key]));
    return { field: keys[0] ?? field, message: 'unknown key' };
  }
  if (issue.code === 'invalid_union') {
    const meant = meantAlternative(issue.errors);
    if (meant !== undefined) return complaint(meant, path);
    if (path.includes('values') || path.at(-1) === 'value') {
      return { field, message: 'use "replace" or { "offset": 1 to 127 }' };
    }
    if (path[0] === 'models') {
      return { field, message: 'use the name of a bundled model or an object with a "path"' };
    }
  }
  return { field, message: issue.message };
}

/** The first complaint of a schema as one line that names the field. */
export function describeIssues(error: z.ZodError): Complaint {
  const [first] = error.issues;
  if (first === undefined) return { field: 'the spec', message: 'not valid' };
  return complaint(first, []);
}

/**
 * Reads an experiment and fills in the defaults.
 * @param json parsed JSON of any shape
 * @throws LabError `spec-invalid` with one line that names the field
 */
export function parseSpec(json: unknown): Spec {
  const parsed = specSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const { field, message } = describeIssues(parsed.error);
  throw new LabError('spec-invalid', `${field}: ${message}`, field);
}
