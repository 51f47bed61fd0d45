import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { closeComparison } from '../../../state/compare/compare-controller.ts';
import { compareStore } from '../../../state/compare/compare-store.ts';
import { CompareChoice } from './compare-choice.tsx';
import classes from './compare.module.css';
import { ComparisonView } from './comparison-view.tsx';
import { useEscape } from './use-escape.ts';

interface CompareViewProps {
  /** Called when the view has gone with the focus. */
  readonly onClosed: () => void;
}

/** Kept runs side by side; nothing where none are compared. */
export function CompareView({ onClosed }: CompareViewProps) {
  const { phase, runs, chosen, comparison, repairs, notes, error } = useStore(compareStore);
  const heading = useRef<HTMLHeadingElement>(null);
  const view = useRef<HTMLElement>(null);
  const isOpen = phase !== 'closed';
  useEffect(() => {
    if (isOpen) heading.current?.focus();
  }, [isOpen]);
  const close = () => {
    closeComparison();
    onClosed();
  };
  useEscape(view, isOpen, close);
  if (!isOpen) return null;
  const isWaiting = phase === 'reading' || (chosen.length > 1 && comparison === null);

  return (
    <section className={classes.card} aria-labelledby="compare" ref={view}>
      <div className={classes.top}>
        <h2 id="compare" className={classes.title} tabIndex={-1} ref={heading}>
          Compare
        </h2>
        <Button variant="default" size="compact-sm" onClick={close}>
          Close
        </Button>
      </div>
      {runs.length > 0 && <CompareChoice />}
      {notes.map((note) => (
        <p key={note} className={classes.note}>
          {note}
        </p>
      ))}
      {error !== null && (
        <p role="alert" className={classes.warning}>
          {error.message}
        </p>
      )}
      <div aria-live="polite">
        {error === null && isWaiting && <p className={classes.note}>Comparing image by image …</p>}
        {phase === 'open' && runs.length > 0 && chosen.length < 2 && (
          <p className={classes.note}>Choose two or more models.</p>
        )}
      </div>
      {comparison !== null && <ComparisonView shown={comparison} />}
      {repairs.map((shown) => (
        <ComparisonView key={shown.id} shown={shown} />
      ))}
    </section>
  );
}
