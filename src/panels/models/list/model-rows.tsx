import { useStore } from 'zustand';
import { bundledModels } from '../../../run/bundled-models.ts';
import { modelList } from '../../../state/models/model-list.ts';
import { bringOwnBack, deletedOwnStore } from '../../../state/models/edit-own.ts';
import { bringBack, deletedStore } from '../../../state/repair/kept-repairs.ts';
import { ModelRow } from './model-row.tsx';
import classes from './model-rows.module.css';

interface ModelRowsProps {
  /** Called once a model has been chosen. */
  readonly onChosen: () => void;
}

/** Every model that can be measured, by where it came from. */
export function ModelRows({ onChosen }: ModelRowsProps) {
  const { repaired, own, error } = useStore(modelList);
  const groups = [
    { name: 'Yours', ids: own.map(({ id }) => id) },
    { name: 'Repaired', ids: repaired.map(({ facts }) => facts.id) },
    { name: 'Bundled', ids: bundledModels.map(({ id }) => id) },
  ].filter(({ ids }) => ids.length > 0);

  return (
    <div className={classes.groups}>
      <h2 id="models" className={classes.heading}>
        Models
      </h2>
      <Deleted />
      {error !== null && (
        <p role="alert" className={classes.error}>
          {error.message}
        </p>
      )}
      {groups.map(({ name, ids }) => (
        <section key={name} aria-label={name}>
          <h3 className={classes.group}>{name}</h3>
          <ul className={classes.list}>
            {ids.map((id) => (
              <li key={id}>
                <ModelRow id={id} onChosen={onChosen} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

/** What was deleted last, and the way back. */
function Deleted() {
  const own = useStore(deletedOwnStore, (state) => state.deleted);
  const repaired = useStore(deletedStore, (state) => state.deleted);
  const gone = [
    ...(own === null ? [] : [{ ...own, undo: bringOwnBack }]),
    ...(repaired === null ? [] : [{ ...repaired, undo: bringBack }]),
  ];
  return (
    <output className={classes.deleted}>
      {gone.map(({ id, name, undo }) => (
        <span key={id}>
          {name} is deleted.{' '}
          <button
            type="button"
            className={classes.link}
            aria-label={`Undo: bring ${name} back`}
            onClick={() => void undo()}
          >
            Undo
          </button>
        </span>
      ))}
    </output>
  );
}
