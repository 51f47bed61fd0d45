import { Progress } from '@mantine/core';
import { useStore } from 'zustand';
import { duration, integer } from '../../../run/number-text.ts';
import { samplesStore } from '../../../state/repair/samples.ts';
import classes from './samples-card.module.css';

/** How far the samples are, and how it ended. */
export function SamplesProgress() {
  const { phase, done, total, secondsLeft, error } = useStore(samplesStore);
  if (phase === 'idle') return null;
  if (phase === 'failed') {
    return (
      <p role="alert" className={classes.error}>
        {error?.message}
      </p>
    );
  }
  const text = {
    making: `${integer(done)} of ${integer(total)}${secondsLeft === null ? '' : `, ${duration(secondsLeft)} left`}`,
    done: `${integer(total)} samples are saved in samples.zip.`,
    cancelled: 'Cancelled; no file was saved.',
  }[phase];
  return (
    <>
      {phase === 'making' && (
        <Progress
          value={(100 * done) / Math.max(1, total)}
          size={6}
          radius={3}
          aria-label="Samples made"
          color="var(--accent)"
        />
      )}
      <output className={classes.text}>{text}</output>
    </>
  );
}
