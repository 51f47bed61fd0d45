import { Button } from '@mantine/core';
import { useCallback, useDeferredValue, useMemo, useState, type RefObject } from 'react';
import { useStore } from 'zustand';
import { integer } from '../../../run/number-text.ts';
import { archiveStore } from '../../../state/archive/archive-store.ts';
import { filteredRuns } from '../../../state/archive/filter-runs.ts';
import { runsView } from '../../../state/archive/runs-view.ts';
import { UnkeptNote } from '../../shared/kept/unkept-note.tsx';
import { DeletedNote } from './deleted-note.tsx';
import { ListFilter } from './list-filter.tsx';
import { NoRuns } from './no-runs.tsx';
import classes from './run-list.module.css';
import { RunRow } from './run-row.tsx';
import { SelectionBar } from './selection-bar.tsx';

/** Rows that are drawn at once; more of them take longer than a person should wait. */
const PAGE = 100;

interface RunListProps {
  readonly heading: RefObject<HTMLHeadingElement | null>;
  /** There while runs are ticked that can be compared. */
  readonly compareButton: RefObject<HTMLButtonElement | null>;
}

/** The runs that are kept, newest first. */
export function RunList({ heading, compareButton }: RunListProps) {
  const { runs, isListed, error } = useStore(archiveStore);
  const { text, tag } = useStore(runsView);
  // Typing goes on while many rows are drawn anew.
  const sought = useDeferredValue(text);
  const shown = useMemo(() => filteredRuns(runs, { text: sought, tag }), [runs, sought, tag]);
  const [most, setMost] = useState(PAGE);
  const isFiltered = text.trim() !== '' || tag !== null;
  const focusHeading = useCallback(() => heading.current?.focus(), [heading]);
  const showAll = () => runsView.setState({ text: '', tag: null });

  return (
    <>
      <div className={classes.top}>
        <h2 id="runs" ref={heading} tabIndex={-1} className={classes.heading}>
          Runs
        </h2>
        {runs.length > 0 && (
          <output className={classes.count}>
            {shown.length === runs.length
              ? integer(runs.length)
              : `${integer(shown.length)} of ${integer(runs.length)}`}
          </output>
        )}
        {isFiltered && shown.length > 0 && (
          <button
            type="button"
            className={classes.link}
            onClick={() => {
              showAll();
              focusHeading();
            }}
          >
            Show all
          </button>
        )}
      </div>
      <UnkeptNote />
      {error !== null && (
        <p role="alert" className={classes.error}>
          {error.message}
        </p>
      )}
      <DeletedNote onSettled={focusHeading} />
      {runs.length > 0 && <ListFilter />}
      <SelectionBar runs={runs} compareButton={compareButton} onGone={focusHeading} />
      {isListed && runs.length === 0 && error === null && <NoRuns />}
      {runs.length > 0 && shown.length === 0 && (
        <p className={classes.none}>
          No run says that.{' '}
          <button type="button" className={classes.link} onClick={showAll}>
            Show all
          </button>
        </p>
      )}
      {shown.length > 0 && (
        <ul className={classes.list} aria-label="Kept runs">
          {shown.slice(0, most).map((run) => (
            <RunRow key={run.id} run={run} onGone={focusHeading} />
          ))}
        </ul>
      )}
      {shown.length > most && (
        <Button
          variant="default"
          size="sm"
          className={classes.more}
          onClick={() => setMost(most + PAGE)}
        >
          Show {integer(Math.min(PAGE, shown.length - most))} more of {integer(shown.length - most)}
        </Button>
      )}
    </>
  );
}
