import { Button } from '@mantine/core';
import type { RefObject } from 'react';
import { useStore } from 'zustand';
import { saveBlob } from '../../../charts/export/save-blob.ts';
import { deleteRuns } from '../../../state/archive/edit-runs.ts';
import type { ArchivedRun } from '../../../state/archive/archived-run.ts';
import { exportRuns } from '../../../state/archive/file/export-runs.ts';
import { archivedResults, isReportable } from '../../../state/report/archived-results.ts';
import { runsView } from '../../../state/archive/runs-view.ts';
import { openComparison } from '../../../state/compare/compare-controller.ts';
import { ReportMenu } from '../../shared/report/report-menu.tsx';
import classes from './run-list.module.css';

interface SelectionBarProps {
  readonly runs: readonly ArchivedRun[];
  readonly compareButton: RefObject<HTMLButtonElement | null>;
  /** Called when the bar has gone with the focus. */
  readonly onGone: () => void;
}

/** What can be done with the runs that are ticked; nothing where none is. */
export function SelectionBar({ runs, compareButton, onGone }: SelectionBarProps) {
  const selected = useStore(runsView, (state) => state.selected);
  const ticked = runs.filter(({ id }) => selected.includes(id));
  if (ticked.length === 0) return null;
  const reportable = ticked.filter(isReportable);
  const clear = () => {
    runsView.setState({ selected: [] });
    onGone();
  };
  const save = async () => {
    const saved = await exportRuns(ticked.map(({ id }) => id));
    if (saved !== null) saveBlob(saved.blob, saved.name);
  };

  return (
    <section className={classes.selection} aria-label="Selected runs">
      <span className={classes.selected}>
        {ticked.length} selected{' '}
        <button type="button" className={classes.link} onClick={clear}>
          Clear
        </button>
      </span>
      <div className={classes.selectionActions}>
        {ticked.length === 1 && runs.length > 1 && (
          <span className={classes.hint}>Tick another run to compare</span>
        )}
        {ticked.length > 1 && (
          <Button
            ref={compareButton}
            variant="default"
            size="compact-sm"
            onClick={() => void openComparison(ticked.map(({ id }) => id))}
          >
            Compare
          </Button>
        )}
        <ReportMenu
          size="compact-sm"
          results={() => archivedResults(reportable)}
          disabled={reportable.length === 0}
        />
        <Button variant="default" size="compact-sm" onClick={() => void save()}>
          Export
        </Button>
        <Button
          variant="default"
          size="compact-sm"
          onClick={() => void deleteRuns(ticked.map(({ id }) => id)).then(clear)}
        >
          Delete
        </Button>
      </div>
    </section>
  );
}
