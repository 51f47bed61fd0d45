import type { AttackResult } from '../../protocol/attack-result.ts';
import { parseAugmentJob, type AugmentJobSpec } from '../../protocol/augment-job.ts';
import { LabError } from '../../protocol/lab-error.ts';
import { parseSpec } from '../../protocol/parse-spec.ts';
import type { RepairResult } from '../../protocol/repair-result.ts';
import type { SweepResult } from '../../protocol/result.ts';
import type { Spec } from '../../protocol/spec.ts';
import { checkGrid } from '../../run/check-spec.ts';
import { parseResult, resultKind } from '../../run/result-file/parse-result.ts';
import {
  faulty,
  neitherKind,
  notJson,
  otherResult,
  otherVersion,
  type Refusal,
} from './refusal.ts';

/** What a file turned out to be. */
export type Recognised =
  | { readonly kind: 'spec'; readonly spec: Spec }
  | { readonly kind: 'result'; readonly result: SweepResult | AttackResult }
  | { readonly kind: 'repair'; readonly result: RepairResult }
  | { readonly kind: 'samples'; readonly spec: AugmentJobSpec }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

const resultFields = ['manifest', 'cells', 'summary', 'ranking'];
const resultKinds = new Set(['sweep', 'attack', 'repair']);
const specFields = ['grid', 'seed', 'models', 'images', 'augment'];

function refused(refusal: Refusal): Recognised {
  return { kind: 'refused', refusal };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function recogniseSpec(file: string, json: object): Recognised {
  try {
    const spec = parseSpec(json);
    checkGrid(spec);
    return { kind: 'spec', spec };
  } catch (error) {
    if (error instanceof LabError) return refused(faulty(file, 'experiment', error.message));
    throw error;
  }
}

function recogniseSamples(file: string, json: object): Recognised {
  try {
    return { kind: 'samples', spec: parseAugmentJob(json) };
  } catch (error) {
    if (error instanceof LabError) return refused(faulty(file, 'experiment', error.message));
    throw error;
  }
}

function recogniseResult(file: string, json: object): Recognised {
  try {
    const result = parseResult(json);
    return 'kind' in result && result.kind === 'repair'
      ? { kind: 'repair', result }
      : { kind: 'result', result };
  } catch (error) {
    if (error instanceof LabError) return refused(faulty(file, 'result', error.message));
    throw error;
  }
}

/**
 * Tells an experiment from a result by what the file holds, not by its name.
 * @param text content of the file
 * @param file its name, for messages
 */
export function recognise(text: string, file: string): Recognised {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return refused(notJson(file, text, messageOf(error)));
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    return refused(neitherKind(file, null));
  }
  const has = (field: string) => Object.hasOwn(json, field);
  const isResult = has('spec') && resultFields.some(has);
  if (!isResult && !specFields.some(has)) return refused(neitherKind(file, Object.keys(json)));
  if ('version' in json && typeof json.version === 'number' && json.version !== 1) {
    return refused(otherVersion(file, String(json.version)));
  }
  if (!isResult) {
    // With models and a grid it is an experiment as well, which shows more.
    const isSamples = has('augment') && !(has('models') && has('grid'));
    return isSamples ? recogniseSamples(file, json) : recogniseSpec(file, json);
  }
  const kind = resultKind(json);
  if (!resultKinds.has(kind)) return refused(otherResult(file, kind));
  return recogniseResult(file, json);
}
