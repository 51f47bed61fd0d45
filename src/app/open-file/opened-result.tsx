import { useStore } from 'zustand';
import type { Manifest } from '../../protocol/result.ts';
import { navigationStore } from '../../state/navigation/navigation-store.ts';
import { openFileStore } from '../../state/open-file/open-file-store.ts';
import { closeResult } from '../../state/open-file/open-file.ts';
import { closeRepairResult } from '../../state/open-file/open-repair.ts';
import { repairStore } from '../../state/repair/repair-store.ts';
import { runStore, shownResult } from '../../state/run/run-store.ts';
import { backendText } from '../../run/backend-names.ts';
import { Notice } from './notice.tsx';
import classes from './notice.module.css';

const date = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' });

type Origin = Pick<Manifest, 'start' | 'backend' | 'lanes' | 'complete'>;

function origin(made: string, { start, backend, lanes, complete }: Origin): string {
  const when = date.format(new Date(start));
  const where = `${backendText(backend)} with ${lanes} ${lanes === 1 ? 'lane' : 'lanes'}`;
  const extent = complete ? 'complete' : 'not complete: it covers what was finished';
  return `${made} on ${when} by ${where}; ${extent}.`;
}

interface OpenedNoticeProps {
  readonly file: string | null;
  readonly origin: string;
  /** How to get the same here, or why not. */
  readonly again: string;
  readonly onClose: () => void;
}

function OpenedNotice({ file, origin: from, again, onClose }: OpenedNoticeProps) {
  return (
    <Notice
      text={
        <>
          <p>
            This result was opened from <strong>{file}</strong>.
          </p>
          <p className={classes.quiet}>
            {from} {again}
          </p>
        </>
      }
      actions={[{ label: 'Close', act: onClose }]}
    />
  );
}

interface OpenedProps {
  readonly onGone: () => void;
}

/** The mark of a result that was not measured here, for as long as it is shown. */
export function OpenedResult({ onGone }: OpenedProps) {
  const isShown = useStore(runStore, ({ phase }) => phase === 'opened');
  const result = useStore(runStore, shownResult);
  const file = useStore(runStore, (state) => state.file);
  const missing = useStore(openFileStore, (state) => state.result?.missing ?? null);
  const isElsewhere = useStore(navigationStore, ({ panel }) => panel === 'repair');
  if (!isShown || result === null || isElsewhere) return null;
  return (
    <OpenedNotice
      file={file}
      origin={origin('Measured', result.manifest)}
      again={
        missing === null
          ? 'Run measures the same experiment here.'
          : `It cannot be measured again on this page: ${missing}.`
      }
      onClose={() => {
        closeResult();
        onGone();
      }}
    />
  );
}

/** The mark of a repair that was not made here, beside the repair that is shown. */
export function OpenedRepair({ onGone }: OpenedProps) {
  const isShown = useStore(repairStore, ({ phase }) => phase === 'opened');
  const result = useStore(repairStore, (state) => state.result);
  const file = useStore(repairStore, (state) => state.file);
  const missing = useStore(openFileStore, (state) => state.repair?.missing ?? null);
  const isHere = useStore(navigationStore, ({ panel }) => panel === 'repair');
  if (!isShown || result === null || !isHere) return null;
  return (
    <OpenedNotice
      file={file}
      origin={origin('Repaired', result.manifest)}
      again={
        missing === null
          ? 'Repair does the same here, and keeps the models.'
          : `It cannot be repeated on this page: ${missing}.`
      }
      onClose={() => {
        closeRepairResult();
        onGone();
      }}
    />
  );
}
