import { useStore } from 'zustand';
import { dismissImport, importedRuns } from '../../../state/archive/file/import-runs.ts';
import classes from './storage.module.css';

/** Names of refused runs that are written out. */
const MOST_NAMED = 5;

function runs(count: number): string {
  return count === 1 ? '1 run' : `${count} runs`;
}

/** What became of the runs of the last file. */
export function ImportReport() {
  const { phase, file, added, same, refused, error } = useStore(importedRuns);
  if (phase === 'idle') return null;
  const isFault = error !== null || refused.length > 0;
  const rest = refused.length - MOST_NAMED;

  return (
    <div className={classes.report} role={isFault ? 'alert' : 'status'} data-fault={isFault}>
      {(error === null || added > 0) && (
        <p>
          {phase === 'reading' ? `Reading ${file}. ` : `${file}: `}
          {runs(added)} added{same > 0 && `, ${runs(same)} here already`}.
        </p>
      )}
      {error !== null && (
        <p>
          {error.kind === 'archive-corrupt'
            ? `${file} could not be read${added > 0 ? ' to its end' : ''}: ${error.message}.`
            : error.message}
        </p>
      )}
      {refused.slice(0, MOST_NAMED).map(({ id, name, why }) => (
        <p key={id}>
          “{name}” was left out: {why}
          {/[.!?]$/.test(why) ? '' : '.'}
        </p>
      ))}
      {rest > 0 && <p>{runs(rest)} more were left out.</p>}
      {phase === 'done' && (
        <button type="button" className={classes.link} onClick={dismissImport}>
          Dismiss
        </button>
      )}
    </div>
  );
}
