import { useStore } from 'zustand';
import { duration } from '../../../run/number-text.ts';
import { cancelLesson, startLesson } from '../../../state/learn/learn-controller.ts';
import { learnStore, type LessonRun } from '../../../state/learn/learn-store.ts';
import type { LessonId } from '../../../state/learn/lesson.ts';
import { isRepairing, repairStore } from '../../../state/repair/repair-store.ts';
import { isUnderWay, runStore } from '../../../state/run/run-store.ts';
import { ErrorView } from '../../shared/run/error-view.tsx';
import { OtherRunNote } from '../../shared/run/other-run-note.tsx';
import { ProgressView } from '../../shared/run/progress-view.tsx';
import { RunControls } from '../../shared/run/run-controls.tsx';
import classes from './run-part.module.css';

interface RunPartProps {
  readonly id: LessonId;
  readonly run: LessonRun | null;
  readonly hasAnswer: boolean;
}

const headings = {
  running: 'Running',
  done: 'Finished',
  cancelled: 'Cancelled',
  failed: 'Failed',
} as const;

/** The button that starts the experiment, and how far it is. */
export function RunPart({ id, run, hasAnswer }: RunPartProps) {
  const sweep = useStore(runStore, ({ phase }) => isUnderWay(phase));
  const repair = useStore(repairStore, ({ phase }) => isRepairing(phase));
  const seed = useStore(learnStore, (state) => state.seed);
  const isRunning = run?.phase === 'running';
  const isKnown = run?.phase === 'done' && run.seed === seed;
  const isBusy = sweep || repair;
  const hindrance = !hasAnswer ? 'lesson-unanswered' : isBusy ? 'lesson-busy' : null;
  const label = isRunning ? 'Running' : run?.found ? 'Run again' : 'Run the experiment';

  return (
    <div className={classes.box}>
      <RunControls
        first={isRunning ? { label } : { label, act: () => startLesson(id), isQuiet: isKnown }}
        hindrance={hindrance}
        onCancel={isRunning ? cancelLesson : null}
      />
      {!hasAnswer && (
        <p id="lesson-unanswered" className={classes.note}>
          Answer the question first; then the experiment can run.
        </p>
      )}
      {hasAnswer && isBusy && (
        <OtherRunNote
          id="lesson-busy"
          what={sweep ? 'A run' : 'A repair'}
          panel={sweep ? null : 'repair'}
        />
      )}
      {run !== null && run.phase !== 'failed' && (
        <ProgressView
          heading={headings[run.phase]}
          count={`${Math.floor(100 * run.share)}\u00a0%`}
          share={run.share}
          label="Share of the experiment done"
          isActive={isRunning}
          detail={detailText(run)}
          recoveries={[]}
        />
      )}
      {run?.phase === 'done' && (
        <button
          type="button"
          className={classes.show}
          onClick={() => document.getElementById('lesson-step-4')?.scrollIntoView()}
        >
          Show the result
        </button>
      )}
      {run?.phase === 'failed' && run.error !== null && (
        <ErrorView error={run.error} kept="Your answer is kept." />
      )}
    </div>
  );
}

function detailText({ phase, part, secondsLeft, seed }: LessonRun): string {
  if (phase === 'done') return `Seed ${seed}.`;
  if (phase === 'cancelled') return 'Nothing was found yet. Run it again to see a result.';
  return secondsLeft === null ? part : `${part}, ${duration(secondsLeft)} left`;
}
