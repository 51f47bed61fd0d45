import { memo, useRef } from 'react';
import { useStore } from 'zustand';
import type { ArchivedRun } from '../../../state/archive/archived-run.ts';
import { runFacts } from '../../../state/archive/describe-run.ts';
import { canResume, openArchived } from '../../../state/archive/open-archived.ts';
import { runsView, tickRun } from '../../../state/archive/runs-view.ts';
import { LabelForm } from './label-form.tsx';
import { RowActions } from './row-actions.tsx';
import { RunProgress } from './run-progress.tsx';
import classes from './run-row.module.css';

const date = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium' });

/** Keeps a number with what it counts. */
function unbroken(fact: string): string {
  return fact.length > 24 ? fact : fact.replaceAll(' ', '\u00a0');
}

interface RunRowProps {
  readonly run: ArchivedRun;
  /** Called when the row has taken the focus with it. */
  readonly onGone: () => void;
}

/** One run: what it was, how far it is, and what can be done with it. */
export const RunRow = memo(function RunRow({ run, onGone }: RunRowProps) {
  const { id, name, tags, created, state, error } = run;
  const isTicked = useStore(runsView, ({ selected }) => selected.includes(id));
  const isEdited = useStore(runsView, ({ edited }) => edited === id);
  const editButton = useRef<HTMLButtonElement>(null);
  const isCutOff = canResume(run) && state === 'interrupted';
  const canOpen = state !== 'running' && !isCutOff;

  if (isEdited) {
    return (
      <li className={classes.row}>
        <LabelForm
          run={run}
          onDone={() => {
            runsView.setState({ edited: null });
            requestAnimationFrame(() => editButton.current?.focus());
          }}
        />
      </li>
    );
  }
  return (
    <li className={classes.row} data-ticked={isTicked}>
      <input
        type="checkbox"
        className={classes.tick}
        aria-label={`Select ${name}`}
        checked={isTicked}
        onChange={({ currentTarget }) => tickRun(id, currentTarget.checked)}
      />
      <div className={classes.what}>
        <div className={classes.title}>
          {canOpen ? (
            <button
              type="button"
              className={classes.name}
              title={name}
              onClick={() => void openArchived(id)}
            >
              <span className={classes.clamped}>{name}</span>
            </button>
          ) : (
            <span className={`${classes.name} ${classes.clamped}`} title={name}>
              {name}
            </span>
          )}
          {tags.map((tag) => (
            <span key={tag} className={classes.tag}>
              {tag}
            </span>
          ))}
        </div>
        <p className={classes.facts}>{runFacts(run).map(unbroken).join(' · ')}</p>
        <p className={classes.when}>
          {date.format(created)}
          <RunProgress run={run} />
          {state === 'failed' && error !== null && <> · {error.message}</>}
        </p>
      </div>
      <RowActions run={run} editButton={editButton} onGone={onGone} />
    </li>
  );
});
