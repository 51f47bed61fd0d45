import { createStore } from 'zustand/vanilla';
import type { AttackResult } from '../../protocol/attack-result.ts';
import type { LabErrorData } from '../../protocol/lab-error.ts';
import type { SweepResult } from '../../protocol/result.ts';
import type { Spec } from '../../protocol/spec.ts';
import type { AttackSnapshot, AttackTally } from '../../run/attack/attack-types.ts';
import type { SweepPhase, SweepSnapshot } from '../../run/sweep-types.ts';

/**
 * `opening` covers reading the models and starting lanes; `opened` is a result that was read from a
 * file: it has no snapshot and no classifications of single images.
 */
export type RunPhase = 'idle' | 'opened' | SweepPhase;

export type RunResult = SweepResult | AttackResult;

/** How a run ended, as plain data. */
export interface RunEnd {
  readonly phase: 'done' | 'cancelled' | 'failed';
  /** Null if it ended before anything could be classified. */
  readonly result: RunResult | null;
  readonly error: LabErrorData | null;
}

/** What the page shows of a run: a sweep, or an attack where its spec has one. */
export interface ShownRun {
  readonly phase: RunPhase;
  /** The experiment of the run that is shown; null before the first. */
  readonly spec: Spec | null;
  /** What is being prepared, for a person. */
  readonly step: string;
  /** The tallies of an attack stand apart from it. */
  readonly snapshot: SweepSnapshot | null;
  readonly attackTallies: readonly AttackTally[];
  /** Of a sweep; null while and after an attack is run. */
  readonly result: SweepResult | null;
  readonly attackResult: AttackResult | null;
  readonly error: LabErrorData | null;
  /** Name of the file that an `opened` result was read from. */
  readonly file: string | null;
}

interface RunState extends ShownRun {
  /** @param goesOn keeps what an ended run of the same experiment shows */
  readonly begin: (spec: Spec, goesOn: boolean) => void;
  readonly prepare: (step: string) => void;
  readonly progress: (snapshot: SweepSnapshot) => void;
  readonly attackProgress: (snapshot: AttackSnapshot) => void;
  readonly end: (end: RunEnd) => void;
  /** Shows a result from a file in place of the run. */
  readonly open: (result: RunResult, file: string) => void;
  /** Shows again what was shown earlier. */
  readonly restore: (shown: ShownRun) => void;
}

const nothingFound = { snapshot: null, attackTallies: [], result: null, attackResult: null };

/** Results by kind; what is of the other kind is empty. */
function byKind(result: RunResult | null): Pick<ShownRun, 'result' | 'attackResult'> {
  if (result === null) return { result: null, attackResult: null };
  return 'kind' in result ? { result: null, attackResult: result } : { result, attackResult: null };
}

/** The run that is shown, going on or ended. */
export const runStore = createStore<RunState>()((set) => ({
  phase: 'idle',
  spec: null,
  step: '',
  ...nothingFound,
  error: null,
  file: null,
  begin: (spec, goesOn) =>
    set({
      phase: 'opening',
      spec,
      step: '',
      error: null,
      file: null,
      ...(goesOn ? {} : nothingFound),
    }),
  prepare: (step) => set({ step }),
  progress: (snapshot) =>
    // The last snapshots of a run come before its result: only `end` ends it here.
    set(({ phase }) => ({
      phase: isUnderWay(snapshot.phase) ? snapshot.phase : phase,
      snapshot,
    })),
  attackProgress: ({ tallies, ...snapshot }) =>
    set(({ phase }) => ({
      phase: isUnderWay(snapshot.phase) ? snapshot.phase : phase,
      snapshot: { ...snapshot, tallies: [] },
      attackTallies: tallies,
    })),
  end: ({ phase, result, error }) => set({ phase, ...byKind(result), error }),
  open: (result, file) =>
    set({
      phase: 'opened',
      spec: result.spec,
      step: '',
      ...nothingFound,
      ...byKind(result),
      error: null,
      file,
    }),
  restore: ({ phase, spec, step, snapshot, attackTallies, result, attackResult, error, file }) =>
    set({ phase, spec, step, snapshot, attackTallies, result, attackResult, error, file }),
}));

/** The result that is shown, of either kind. */
export function shownResult({
  result,
  attackResult,
}: Pick<ShownRun, 'result' | 'attackResult'>): RunResult | null {
  return result ?? attackResult;
}

/** True from the click on Run until the run has ended. */
export function isUnderWay(phase: RunPhase): boolean {
  return phase === 'opening' || phase === 'running' || phase === 'paused';
}
