import { useStore } from 'zustand';
import { archiveStore } from '../../../state/archive/archive-store.ts';
import { allTags } from '../../../state/archive/filter-runs.ts';
import { runsView } from '../../../state/archive/runs-view.ts';
import classes from './run-list.module.css';

/** Finds runs by words and by tags. */
export function ListFilter() {
  const runs = useStore(archiveStore, (state) => state.runs);
  const { text, tag } = useStore(runsView);
  const tags = allTags(runs);

  return (
    <div className={classes.filter}>
      <input
        type="search"
        className={classes.input}
        aria-label="Find runs"
        placeholder="Find by name, tag, model or kind"
        value={text}
        onChange={({ currentTarget }) => runsView.setState({ text: currentTarget.value })}
      />
      {tags.length > 0 && (
        <fieldset className={classes.tags} aria-label="Tags">
          {tags.map((each) => (
            <button
              key={each}
              type="button"
              className={classes.tag}
              aria-pressed={each === tag}
              onClick={() => runsView.setState({ tag: each === tag ? null : each })}
            >
              {each}
            </button>
          ))}
        </fieldset>
      )}
    </div>
  );
}
