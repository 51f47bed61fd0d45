import { LabError, type LabErrorData } from '../protocol/lab-error.ts';

/** Whatever was thrown, as data. */
export function asErrorData(error: unknown): LabErrorData {
  if (error instanceof LabError) return error.toData();
  return { kind: 'internal', message: error instanceof Error ? error.message : String(error) };
}
