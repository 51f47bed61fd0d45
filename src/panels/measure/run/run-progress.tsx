import { useStore } from 'zustand';
import { duration, integer } from '../../../run/number-text.ts';
import type { SweepSnapshot } from '../../../run/sweep-types.ts';
import { runStore, type RunPhase, type ShownRun } from '../../../state/run/run-store.ts';
import type { Spec } from '../../../protocol/spec.ts';
import { ProgressView } from '../../shared/run/progress-view.tsx';
import { useExpectedCost } from './use-expected-cost.ts';

const headings: Readonly<Record<RunPhase, string>> = {
  idle: 'Not started',
  opened: 'Opened from a file',
  opening: 'Opening the models',
  running: 'Running',
  paused: 'Paused',
  done: 'Finished',
  cancelled: 'Cancelled',
  failed: 'Stopped',
};

/** How far the run is; nothing before the first. */
export function RunProgress() {
  const phase = useStore(runStore, (state) => state.phase);
  const spec = useStore(runStore, (state) => state.spec);
  const step = useStore(runStore, (state) => state.step);
  const snapshot = useStore(runStore, (state) => state.snapshot);
  if (phase === 'idle') return null;

  const done = snapshot?.done ?? 0;
  const total = snapshot?.total ?? 0;
  return (
    <ProgressView
      heading={headings[phase]}
      count={
        total === 0
          ? null
          : `${integer(done)} of ${snapshot?.totalIsEstimate ? 'about ' : ''}${integer(total)}`
      }
      share={total === 0 ? 0 : done / total}
      label={`${counted(spec)} done`}
      isActive={phase === 'running' || phase === 'opening'}
      detail={
        phase === 'opening' && spec !== null ? (
          <Opening spec={spec} step={step} snapshot={snapshot} />
        ) : (
          detail(phase, snapshot, counted(spec).toLowerCase())
        )
      }
      recoveries={snapshot?.recoveries ?? []}
    />
  );
}

/** What a run is counted in: an image that is attacked is classified many times. */
function counted(spec: Spec | null): string {
  return spec?.attack === undefined ? 'Classifications' : 'Images';
}

/** The first answers also warm up; a speed measured on them says too little. */
const MEASURED_FROM = 32;

/** How long it will take, from the click on until a run has begun to compute. */
function Opening({ spec, step, snapshot }: Pick<ShownRun, 'step' | 'snapshot'> & { spec: Spec }) {
  const { seconds } = useExpectedCost(spec);
  if (seconds === null) return step;
  const done = snapshot === null ? 0 : snapshot.done / Math.max(1, snapshot.total);
  return `${duration(seconds * (1 - done))} left · ${step}`;
}

function detail(phase: RunPhase, snapshot: SweepSnapshot | null, units: string): string {
  if (snapshot === null) return '';
  const { done, secondsElapsed, imagesPerSecond, secondsLeft } = snapshot;
  const speed =
    imagesPerSecond === null || done < MEASURED_FROM ? '' : `${integer(imagesPerSecond)} images/s`;
  switch (phase) {
    case 'running': {
      if (done === snapshot.total) return 'Computing the intervals';
      const left = secondsLeft === null ? 'measuring the speed' : `${duration(secondsLeft)} left`;
      return speed === '' ? left : `${speed} · ${left}`;
    }
    case 'paused':
      return 'Nothing is lost; the curve shows what is done.';
    case 'done':
      return `${integer(done)} ${units} in ${duration(secondsElapsed)}`;
    case 'cancelled':
      return 'What was done is kept, also in the downloads.';
    case 'idle':
    case 'opened':
    case 'opening':
    case 'failed':
      return '';
  }
}
