import type { LabErrorData } from '../protocol/lab-error.ts';
import type { UnitPlace } from './predictions.ts';

/** Work that is under way or to be redone. */
export interface Job {
  readonly place: UnitPlace;
  /** Lanes that it has taken down. */
  readonly strikes: number;
  /**
   * `alone`: nothing else is sent to its lane meanwhile, so that the blame is certain.
   * `fresh`: the same, on a lane that has done nothing before.
   */
  readonly company: 'any' | 'alone' | 'fresh';
}

/** What to do about a lane that was lost over a job. */
export type Verdict =
  | { readonly kind: 'redo'; readonly job: Job; readonly action: string }
  /** Go on with the next backend. */
  | { readonly kind: 'demote'; readonly job: Job; readonly action: string }
  /** Redo in halves, and make no larger units of this model. */
  | {
      readonly kind: 'split';
      readonly jobs: readonly Job[];
      readonly limit: number;
      readonly action: string;
    }
  | { readonly kind: 'fail'; readonly error: LabErrorData };

const STRIKES = 2;

export function newJob(place: UnitPlace): Job {
  return { place, strikes: 0, company: 'any' };
}

/**
 * Decides how to go on after an error of a unit.
 * @param what the unit, for a person: "resnet on 64 images with 8 changed pixels"
 * @param model id of its model
 * @param hasNext whether there is a further backend to fall back to
 */
export function judge(
  error: LabErrorData,
  job: Job,
  what: string,
  model: string,
  hasNext: boolean,
): Verdict {
  switch (error.kind) {
    case 'device-lost':
      if (!hasNext) return judgeCrash(error, job, what, model);
      return {
        kind: 'demote',
        job: { ...job, company: 'any' },
        action: 'went on with the next backend',
      };
    case 'lane-crashed':
    case 'internal':
      return judgeCrash(error, job, what, model);
    case 'out-of-memory':
    case 'non-finite':
      return judgeMemory(error, job, what, model, hasNext);
    default:
      return { kind: 'fail', error };
  }
}

function judgeCrash(error: LabErrorData, job: Job, what: string, model: string): Verdict {
  const strikes = job.strikes + 1;
  if (strikes < STRIKES) {
    return {
      kind: 'redo',
      job: { ...job, strikes, company: 'alone' },
      action: `opened a new lane and redid ${what}`,
    };
  }
  const message = `${what} took ${strikes} lanes down, the last with: ${error.message}`;
  return { kind: 'fail', error: { kind: error.kind, message, subject: model } };
}

function judgeMemory(
  error: LabErrorData,
  job: Job,
  what: string,
  model: string,
  hasNext: boolean,
): Verdict {
  const { images } = job.place;
  if (images.length > 1) {
    const half = Math.ceil(images.length / 2);
    const halves = [images.slice(0, half), images.slice(half)];
    return {
      kind: 'split',
      jobs: halves.map((part) => ({ ...job, place: { ...job.place, images: part } })),
      limit: half,
      action: `opened a new lane and redid ${what} in halves`,
    };
  }
  if (job.company !== 'fresh') {
    return {
      kind: 'redo',
      job: { ...job, company: 'fresh' },
      action: `opened a new lane and redid ${what} there first`,
    };
  }
  if (error.kind === 'out-of-memory' && hasNext) {
    return {
      kind: 'demote',
      job: { ...job, company: 'any' },
      action: 'went on with the next backend',
    };
  }
  const message = `${what} failed alone on a new lane: ${error.message}`;
  return { kind: 'fail', error: { kind: error.kind, message, subject: model } };
}

/**
 * Decides how to go on after a lane that could not be opened, or that died with nothing to do.
 * @param failures such failures in a row, this one included
 * @param readyLanes lanes that are at work
 */
export function judgeOpening(
  error: LabErrorData,
  failures: number,
  readyLanes: number,
): 'retry' | 'fewer' | 'demote' | 'fail' {
  switch (error.kind) {
    case 'no-backend':
    case 'device-lost':
      return 'demote';
    case 'out-of-memory':
      return readyLanes > 0 ? 'fewer' : 'demote';
    case 'lane-crashed':
    case 'internal':
    case 'non-finite':
      return failures < STRIKES ? 'retry' : 'demote';
    default:
      return 'fail';
  }
}
