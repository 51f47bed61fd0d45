import type { LabErrorData } from '../../protocol/lab-error.ts';

/** What to do about a lane that was lost over a task. */
export type TaskVerdict =
  | { readonly kind: 'redo' }
  /** Go on with the next backend. */
  | { readonly kind: 'demote' }
  | { readonly kind: 'fail'; readonly error: LabErrorData };

export interface FailedTask {
  /** "training resnet-repaired-4" */
  readonly name: string;
  readonly subject: string;
  /** Lanes that it had taken down before. */
  readonly strikes: number;
  /** Whether there is a further backend to fall back to. */
  readonly hasNext: boolean;
}

/** Each task may take two lanes of a backend down. */
const STRIKES = 2;

/** Decides how to go on after an error of a task, which is always begun from its start. */
export function judgeTask(
  error: LabErrorData,
  { name, subject, strikes, hasNext }: FailedTask,
): TaskVerdict {
  const isLast = strikes + 1 >= STRIKES;
  switch (error.kind) {
    case 'device-lost':
      if (hasNext) return { kind: 'demote' };
      break;
    case 'out-of-memory':
      if (isLast && hasNext) return { kind: 'demote' };
      break;
    case 'lane-crashed':
    case 'internal':
    case 'non-finite':
      break;
    default:
      return { kind: 'fail', error };
  }
  if (!isLast) return { kind: 'redo' };
  const advice =
    error.kind === 'non-finite' && name.startsWith('training')
      ? '; a smaller repair.learningRate may help'
      : '';
  const message = `${name} failed on ${STRIKES} lanes, the last time with: ${error.message}${advice}`;
  return { kind: 'fail', error: { kind: error.kind, message, subject } };
}
