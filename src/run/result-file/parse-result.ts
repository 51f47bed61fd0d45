import { attackResultSchema, type AttackResult } from '../../protocol/attack-result.ts';
import { LabError } from '../../protocol/lab-error.ts';
import { describeIssues } from '../../protocol/parse-spec.ts';
import { repairResultSchema, type RepairResult } from '../../protocol/repair-result.ts';
import { resultSchema, type SweepResult } from '../../protocol/result.ts';
import type { z } from '../../protocol/zod.ts';
import { attackResultFault } from './check-attack-result.ts';
import { repairResultFault } from './check-repair-result.ts';
import { resultFault } from './check-result.ts';

/** What a result.json of any kind holds. */
export type AnyResult = SweepResult | AttackResult | RepairResult;

function checked<Result>(
  parsed: z.ZodSafeParseResult<Result>,
  faultOf: (result: Result) => string | null,
): Result {
  if (!parsed.success) {
    const { field, message } = describeIssues(parsed.error);
    throw new LabError('spec-invalid', `${field}: ${message}`, field);
  }
  const fault = faultOf(parsed.data);
  if (fault !== null) throw new LabError('spec-invalid', fault);
  return parsed.data;
}

/** What a result says of itself: a sweep says nothing. */
export function resultKind(json: object): string {
  return 'kind' in json ? String(json.kind) : 'sweep';
}

/**
 * Reads a result of any kind and checks that its parts belong together.
 * @param json parsed JSON of any shape
 * @throws LabError `spec-invalid` with one line that starts with the field at fault
 */
export function parseResult(json: unknown): AnyResult {
  if (typeof json !== 'object' || json === null || Array.isArray(json) || !('spec' in json)) {
    throw new LabError('spec-invalid', 'spec: missing; give the result.json that a run wrote');
  }
  const kind = resultKind(json);
  switch (kind) {
    case 'sweep':
      return checked(resultSchema.safeParse(json), resultFault);
    case 'attack':
      return checked(attackResultSchema.safeParse(json), attackResultFault);
    case 'repair':
      return checked(repairResultSchema.safeParse(json), repairResultFault);
    default:
      throw new LabError('spec-invalid', `kind: ${kind} is not sweep, attack or repair`, 'kind');
  }
}
