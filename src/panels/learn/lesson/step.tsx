import type { ReactNode } from 'react';
import classes from './step.module.css';

interface StepProps {
  readonly number: number;
  readonly heading: string;
  readonly children: ReactNode;
}

/** One of the numbered steps of a lesson. */
export function Step({ number, heading, children }: StepProps) {
  return (
    <section className={classes.step} aria-labelledby={`lesson-step-${number}`}>
      <h3 id={`lesson-step-${number}`} className={classes.heading}>
        <span className={classes.number}>{number}</span> {heading}
      </h3>
      {children}
    </section>
  );
}
