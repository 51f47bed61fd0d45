import type { Spec } from '../../protocol/spec.ts';
import { startAttackRun } from '../../run/attack/attack-run.ts';
import type { AttackRun, AttackRunOutcome } from '../../run/attack/attack-types.ts';
import { startSweep } from '../../run/sweep.ts';
import type {
  LabRun,
  RunOptions,
  SweepCheckpoint,
  SweepOutcome,
  SweepRun,
} from '../../run/sweep-types.ts';
import { aggregateApart } from '../../workers/results-apart.ts';
import { keepSpeeds } from './open-run.ts';
import { runStore, type RunEnd } from './run-store.ts';

interface KeptSweep {
  readonly kind: 'sweep';
  readonly run: SweepRun;
  /** Null until it has ended. */
  readonly outcome: SweepOutcome | null;
}

interface KeptAttack {
  readonly kind: 'attack';
  readonly run: AttackRun;
  readonly outcome: AttackRunOutcome | null;
}

/** What a store must not hold: a run with its workers, and the predictions behind its result. */
export type KeptRun = KeptSweep | KeptAttack;

/** Whether a run of a spec can go on from what an earlier one had finished. */
export function canGoOn({ attack }: Spec): boolean {
  return attack === undefined;
}

/** Starts a run of the kind that its spec asks for. */
export function startKind(options: RunOptions, checkpoint: SweepCheckpoint | null): KeptRun {
  if (options.spec.attack !== undefined) {
    return { kind: 'attack', run: startAttackRun(options), outcome: null };
  }
  const run = startSweep({
    ...options,
    aggregate: (input) => aggregateApart(input),
    ...(checkpoint && { checkpoint }),
  });
  return { kind: 'sweep', run, outcome: null };
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
