import { Button, VisuallyHidden } from '@mantine/core';
import { useRef } from 'react';
import { useStore } from 'zustand';
import { saveBlob } from '../../../charts/export/save-blob.ts';
import { archiveStore } from '../../../state/archive/archive-store.ts';
import { exportedRuns, exportRuns } from '../../../state/archive/file/export-runs.ts';
import { importArchive } from '../../../state/archive/file/import-runs.ts';
import { ImportReport } from './import-report.tsx';
import classes from './storage.module.css';

/** All runs as one file, and the way back. */
export function ArchiveFile() {
  const isEmpty = useStore(archiveStore, ({ runs }) => runs.length === 0);
  const leftOut = useStore(exportedRuns, (state) => state.leftOut);
  const input = useRef<HTMLInputElement>(null);

  const save = async () => {
    const saved = await exportRuns(null);
    if (saved !== null) saveBlob(saved.blob, saved.name);
  };

  return (
    <>
      <h2 id="archive-file" className={classes.heading}>
        One file for all runs
      </h2>
      <p className={classes.text}>
        Export writes every run with its classifications and the models that repairs made. Import
        adds those of such a file and replaces nothing.
      </p>
      <div className={classes.buttons}>
        <Button variant="default" disabled={isEmpty} onClick={() => void save()}>
          Export
        </Button>
        <Button variant="default" onClick={() => input.current?.click()}>
          Import
        </Button>
        <VisuallyHidden>
          <input
            ref={input}
            type="file"
            accept=".pxruns"
            tabIndex={-1}
            aria-label="Archive to import"
            onChange={({ currentTarget }) => {
              const [file] = currentTarget.files ?? [];
              currentTarget.value = '';
              if (file !== undefined) void importArchive(file);
            }}
          />
        </VisuallyHidden>
      </div>
      {leftOut.length > 0 && (
        <output className={classes.text}>
          Not in the file, as weights of more than 256 MB a repair are not: {leftOut.join(', ')}.
          Save {leftOut.length === 1 ? 'it' : 'them'} from Repair.
        </output>
      )}
      <ImportReport />
    </>
  );
}
