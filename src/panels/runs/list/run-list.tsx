import { useMemo, useRef } from 'react';
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

/** The runs that are kept, newest first. */
export function RunList() {
  const { runs, isListed, error } = useStore(archiveStore);
  const { text, tag } = useStore(runsView);
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useMemo(() => filteredRuns(runs, { text, tag }), [runs, text, tag]);
  const focusHeading = () => heading.current?.focus();

  return (
    <>
      <div className={classes.top}>
        <h2 id="runs" ref={heading} tabIndex={-1} className={classes.heading}>
          Runs
        </h2>
        {runs.length > 0 && (
          <span className={classes.count}>
            {shown.length === runs.length
              ? integer(runs.length)
              : `${integer(shown.length)} of ${integer(runs.length)}`}
          </span>
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
      <SelectionBar runs={runs} onGone={focusHeading} />
      {isListed && runs.length === 0 && <NoRuns />}
      {runs.length > 0 && shown.length === 0 && (
        <p className={classes.none}>
          No run says that.{' '}
          <button
            type="button"
            className={classes.link}
            onClick={() => runsView.setState({ text: '', tag: null })}
          >
            Show all
          </button>
        </p>
      )}
      {shown.length > 0 && (
        <ul className={classes.list} aria-label="Kept runs">
          {shown.map((run) => (
            <RunRow key={run.id} run={run} onGone={focusHeading} />
          ))}
        </ul>
      )}
    </>
  );
}
