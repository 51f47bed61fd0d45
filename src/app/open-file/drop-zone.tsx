import { useStore } from 'zustand';
import { isUnderWay, runStore } from '../../state/run/run-store.ts';
import classes from './drop-zone.module.css';
import { useFileDrop } from './use-file-drop.ts';

/** The whole page takes files; shown while one is dragged over it. */
export function DropZone() {
  const isDragged = useFileDrop();
  const isLocked = useStore(runStore, ({ phase }) => isUnderWay(phase));
  if (!isDragged) return null;

  return (
    <div className={classes.veil} data-locked={isLocked} aria-hidden="true">
      <div className={classes.card}>
        <p className={classes.heading}>{isLocked ? 'A run is under way' : 'Drop to open'}</p>
        <p>
          {isLocked
            ? 'Let it finish or cancel it before you open a file.'
            : 'A model, pictures (a folder, a zip, files), an experiment (spec.json) or a result (result.json)'}
        </p>
      </div>
    </div>
  );
}
