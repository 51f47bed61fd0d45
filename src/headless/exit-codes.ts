import type { LabErrorKind } from '../protocol/lab-error.ts';

/** How the command ends. */
export const EXIT = {
  done: 0,
  unexpected: 1,
  badInput: 2,
  interrupted: 3,
} as const;

/** Errors for which the spec, or a file or option that was named, is at fault. */
const BAD_INPUT: ReadonlySet<LabErrorKind> = new Set([
  'model-missing',
  'model-corrupt',
  'model-shape',
  'model-unsupported',
  'image-missing',
  'image-corrupt',
  'archive-corrupt',
  'spec-invalid',
  'no-backend',
]);

export function isBadInput(kind: LabErrorKind): boolean {
  return BAD_INPUT.has(kind);
}
