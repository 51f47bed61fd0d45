import { startAttackRun } from '../../run/attack/attack-run.ts';
import { writeAttackCheckpoint } from '../../run/attack/attack-checkpoint.ts';
import type { AttackRun, AttackRunOutcome } from '../../run/attack/attack-types.ts';
import { writeCheckpoint } from '../../run/checkpoint.ts';
import type { EarlierWork } from '../../run/earlier-work.ts';
import { startSweep } from '../../run/sweep.ts';
import type { LabRun, RunOptions, SweepOutcome, SweepRun } from '../../run/sweep-types.ts';
import { aggregateApart } from '../../workers/results-apart.ts';
import { keptAttackRecord, keptRecord } from '../archive/kept-record.ts';
import type { RunContent } from '../archive/run-content.ts';
import { keepSpeeds } from './open-run.ts';
import { runStore, type RunEnd } from './run-store.ts';

interface Kept<Kind, Run, Outcome> {
  readonly kind: Kind;
  /** Null where it was begun in an earlier visit. */
  readonly run: Run | null;
  /** Null until it has ended. */
  readonly outcome: Outcome | null;
  /** What it had used when it was kept; null where a run tells it. */
  readonly ran: EarlierWork | null;
}

/** What a store must not hold: a run with its workers, and the predictions behind its result. */
export type KeptRun =
  Kept<'sweep', SweepRun, SweepOutcome> | Kept<'attack', AttackRun, AttackRunOutcome>;

/** What a run has used so far, with those that it went on from. */
function ranOf(kept: KeptRun | null): EarlierWork {
  const nothing = { start: new Date().toISOString(), seconds: 0, backends: [], lanes: 0 };
  return kept?.run?.checkpoint()?.ran ?? kept?.ran ?? nothing;
}

/**
 * Starts a run of the kind that its spec asks for.
 * @param before what an earlier run of the same spec had finished; null to begin anew
 */
export function startKind(options: RunOptions, before: KeptRun | null): KeptRun {
  if (options.spec.attack !== undefined) {
    const record = before?.kind === 'attack' ? before.outcome?.record : null;
    const checkpoint = record && writeAttackCheckpoint(record, ranOf(before));
    const run = startAttackRun({ ...options, ...(checkpoint && { checkpoint }) });
    return { kind: 'attack', run, outcome: null, ran: null };
  }
  const record = before?.kind === 'sweep' ? before.outcome?.record : null;
  const checkpoint = record && writeCheckpoint(record, ranOf(before));
  const run = startSweep({
    ...options,
    aggregate: (input) => aggregateApart(input),
    ...(checkpoint && { checkpoint }),
  });
  return { kind: 'sweep', run, outcome: null, ran: null };
}

async function untilEnd<Snapshot, Outcome>(
  run: LabRun<Snapshot, Outcome>,
  show: (snapshot: Snapshot) => void,
): Promise<Outcome> {
  const stop = run.subscribe(show);
  const outcome = await run.done;
  stop();
  return outcome;
}

/** Shows a run until it has ended, and keeps how it did. */
export async function watchRun(kept: KeptRun): Promise<KeptRun> {
  const { progress, attackProgress } = runStore.getState();
  if (kept.run === null) return kept;
  if (kept.kind === 'attack') {
    return { ...kept, outcome: await untilEnd(kept.run, attackProgress) };
  }
  const outcome = await untilEnd(kept.run, progress);
  keepSpeeds(kept.run.snapshot());
  return { ...kept, outcome };
}

/** How an ended run ended; null while it goes on. */
export function endOf({ outcome }: KeptRun): RunEnd | null {
  if (outcome === null) return null;
  const { phase, result } = outcome;
  return { phase, result, error: outcome.phase === 'failed' ? outcome.error : null };
}

/** What is known of a run once it has ended. */
function endContent<Snapshot, Result>(
  run: { snapshot(): Snapshot } | null,
  outcome: { readonly result: Result | null } | null,
): { readonly result: Result | null; readonly snapshot: Snapshot | null } {
  if (outcome === null) return { result: null, snapshot: null };
  return { result: outcome.result, snapshot: run?.snapshot() ?? null };
}

/** What the archive keeps of a run, now or after its end; null before anything is done. */
export function contentOfRun(kept: KeptRun): RunContent | null {
  if (kept.kind === 'sweep') {
    const { run, outcome } = kept;
    const record = outcome?.record ?? run?.record ?? null;
    return (
      record && {
        kind: 'sweep',
        record: keptRecord(record, ranOf(kept)),
        ...endContent(run, outcome),
      }
    );
  }
  const { run, outcome } = kept;
  const record = outcome?.record ?? run?.record ?? null;
  return (
    record && {
      kind: 'attack',
      record: keptAttackRecord(record, ranOf(kept)),
      ...endContent(run, outcome),
    }
  );
}
