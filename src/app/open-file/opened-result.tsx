import { useStore } from 'zustand';
import type { Manifest } from '../../protocol/result.ts';
import { openFileStore } from '../../state/open-file/open-file-store.ts';
import { closeResult } from '../../state/open-file/open-file.ts';
import { runStore, shownResult } from '../../state/run/run-store.ts';
import { backendText } from '../compute/backend-names.ts';
import { Notice } from './notice.tsx';
import classes from './notice.module.css';

const date = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' });

function origin({ start, backend, lanes, complete }: Manifest): string {
  const when = date.format(new Date(start));
  const where = `${backendText(backend)} with ${lanes} ${lanes === 1 ? 'lane' : 'lanes'}`;
  const extent = complete ? 'complete' : 'not complete: it covers what was finished';
  return `Measured on ${when} by ${where}; ${extent}.`;
}

/** The mark of a result that was not measured here, for as long as it is shown. */
export function OpenedResult({ onGone }: { readonly onGone: () => void }) {
  const isShown = useStore(runStore, ({ phase }) => phase === 'opened');
  const result = useStore(runStore, shownResult);
  const file = useStore(runStore, (state) => state.file);
  const missing = useStore(openFileStore, (state) => state.result?.missing ?? null);
  if (!isShown || result === null) return null;

  return (
    <Notice
      text={
        <>
          <p>
            This result was opened from <strong>{file}</strong>.
          </p>
          <p className={classes.quiet}>
            {origin(result.manifest)}{' '}
            {missing === null
              ? 'Run measures the same experiment here.'
              : `It cannot be measured again on this page: ${missing}.`}
          </p>
        </>
      }
      actions={[
        {
          label: 'Close',
          act: () => {
            closeResult();
            onGone();
          },
        },
      ]}
    />
  );
}
