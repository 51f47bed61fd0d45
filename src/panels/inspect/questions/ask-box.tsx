import { Button, Progress } from '@mantine/core';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { duration, integer } from '../../../run/number-text.ts';
import { inspectStore } from '../../../state/inspect/inspect-store.ts';
import type { Job } from '../../../state/inspect/questions/job.ts';
import { TellMe } from '../../shared/run/tell-me.tsx';
import classes from './questions.module.css';

interface AskBoxProps<Result> {
  readonly job: Job<Result>;
  /** What the button says: "Ask 14,000 times". */
  readonly label: string;
  /** What is counted: "classifications". */
  readonly unit: string;
  readonly onAsk: () => void;
  /** Settings, each a labelled field. */
  readonly children?: ReactNode;
}

/** The settings of a question, its button, and how far the answer is. */
export function AskBox<Result>({ job, label, unit, onAsk, children }: AskBoxProps<Result>) {
  const state = useStore(job.store);
  const hasPicture = useStore(inspectStore, ({ picture }) => picture !== null);
  const { phase, done, total, secondsLeft, error } = state;
  const isRunning = phase === 'running';
  return (
    <>
      <div className={classes.ask}>
        {children}
        <div className={classes.buttons}>
          <Button size="sm" disabled={isRunning || !hasPicture} onClick={onAsk}>
            {label}
          </Button>
          {isRunning && (
            <Button size="sm" variant="default" onClick={job.cancel}>
              Cancel
            </Button>
          )}
        </div>
      </div>
      {phase === 'failed' ? (
        <p className={classes.failed} role="alert">
          <strong>The question could not be answered to the end.</strong> {error?.message} What was
          found so far is kept. Ask again to start anew.
        </p>
      ) : (
        phase !== 'idle' && (
          <div className={classes.status}>
            <p className={classes.said}>
              <output>{phaseText[phase]}</output>
              <span className={classes.quiet}>
                {integer(done)} of {integer(total)} {unit}
                {isRunning && secondsLeft !== null && `, ${duration(secondsLeft)} left`}
              </span>
              {isRunning && <TellMe />}
            </p>
            {phase !== 'done' && (
              <Progress
                value={total === 0 ? 0 : (100 * done) / total}
                size={6}
                radius={3}
                aria-label={`${unit} done`}
                color={isRunning ? 'var(--accent)' : 'var(--line-strong)'}
              />
            )}
          </div>
        )
      )}
    </>
  );
}

const phaseText = {
  running: 'Asking',
  done: 'Answered',
  cancelled: 'Cancelled; what was found is kept',
} as const;
