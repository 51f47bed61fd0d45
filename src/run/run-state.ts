import { specModelId } from '../protocol/model-id.ts';
import type { LanePool } from './lane-pool.ts';
import type { Pace } from './pace.ts';
import type { RunOptions, RunSnapshot } from './sweep-types.ts';
import type { Workload } from './workload.ts';

interface Progress {
  readonly workload: Workload;
  readonly pace: Pace;
}

type RunState = Omit<RunSnapshot<never>, 'phase' | 'secondsElapsed' | 'tallies' | 'error'>;

/**
 * What a snapshot says of the lanes and of the work.
 * @param work null while the models are being loaded
 * @param running milliseconds of running
 */
export function runState<Reply>(
  { spec }: Pick<RunOptions, 'spec'>,
  pool: LanePool<Reply>,
  work: Progress | null,
  running: number,
): RunState {
  const workload = work?.workload.models ?? [];
  const lanes = Math.max(1, pool.readyLanes);
  const ids = spec.models.map(specModelId);
  return {
    done: work?.workload.done ?? 0,
    total: work?.workload.total ?? 0,
    totalIsEstimate: !work?.workload.isExact,
    imagesPerSecond: work?.pace.imagesPerSecond(running) ?? null,
    secondsLeft: work?.pace.secondsLeft(workload, lanes) ?? null,
    backend: pool.backendsUsed.join(' → '),
    lanes: pool.states,
    recoveries: [...pool.recoveries],
    clean: workload.map(({ cleanDone, correct, eligible }, model) => ({
      model: ids[model] ?? '',
      images: cleanDone,
      correct,
      eligible,
    })),
    secondsPerImage: Object.fromEntries(
      workload.flatMap((_, model) => {
        const seconds = work?.pace.secondsPerImage(model) ?? null;
        const id = ids[model];
        return seconds === null || id === undefined ? [] : [[id, seconds]];
      }),
    ),
  };
}
