import { useRef } from 'react';
import { useStore } from 'zustand';
import { modelList } from '../../../state/models/model-list.ts';
import { bringBack, deletedStore } from '../../../state/repair/kept-repairs.ts';
import { repairStore } from '../../../state/repair/repair-store.ts';
import classes from './kept-models.module.css';
import { KeptRow } from './kept-row.tsx';

/** The repaired models that this browser keeps, and what can be done with them. */
export function KeptModels() {
  const repaired = useStore(modelList, (state) => state.repaired);
  const heading = useRef<HTMLHeadingElement>(null);

  return (
    <section className={classes.kept} aria-labelledby="kept-models">
      <h2 id="kept-models" ref={heading} tabIndex={-1} className={classes.heading}>
        Repaired models
      </h2>
      {repaired.length === 0 ? (
        <p className={classes.empty}>
          None yet. Models that a repair makes are kept here, in this browser, until you delete
          them. They can be measured and repaired like the bundled ones.
        </p>
      ) : (
        <ul className={classes.list}>
          {repaired.map((model) => (
            <KeptRow
              key={model.facts.id}
              model={model}
              onDeleted={() => heading.current?.focus()}
            />
          ))}
        </ul>
      )}
      <Deleted onUndone={() => heading.current?.focus()} />
      <StorageError />
    </section>
  );
}

/** What was deleted last, and the way back. */
function Deleted({ onUndone }: { readonly onUndone: () => void }) {
  const deleted = useStore(deletedStore, (state) => state.deleted);
  return (
    <output className={classes.deleted}>
      {deleted !== null && (
        <>
          {deleted.name} is deleted.{' '}
          <button
            type="button"
            className={classes.link}
            onClick={() => {
              onUndone();
              void bringBack();
            }}
          >
            Undo
          </button>
        </>
      )}
    </output>
  );
}

/** What the browser's storage could not do. */
function StorageError() {
  const listError = useStore(modelList, (state) => state.error);
  const keepError = useStore(repairStore, (state) => state.keepError);
  const error = keepError ?? listError;
  if (error === null) return null;
  return (
    <p role="alert" className={classes.error}>
      {error.message}
      {error === keepError &&
        ' It can still be downloaded below the results until the page is left.'}
    </p>
  );
}
