import { useStore } from 'zustand';
import { chooseBaseline, chooseModels } from '../../../state/compare/compare-controller.ts';
import { backendText } from '../../../run/backend-names.ts';
import { compareStore, type CompareRun } from '../../../state/compare/compare-store.ts';
import { Chip } from '../../shared/controls/chip.tsx';
import { Choice } from '../../shared/controls/choice.tsx';
import classes from './compare.module.css';

function RunModels({ run }: { readonly run: CompareRun }) {
  const chosen = useStore(compareStore, (state) => state.chosen);
  const own = run.columns.filter(({ id }) => chosen.includes(id)).map(({ id }) => id);
  const toggle = (id: string) =>
    chooseModels(run.id, own.includes(id) ? own.filter((each) => each !== id) : [...own, id]);
  return (
    <fieldset className={classes.models}>
      <legend>
        {run.name}{' '}
        <span className={classes.range}>{backendText(run.columns[0]?.backend ?? '')}</span>
      </legend>
      {run.columns.map(({ id, modelName }) => (
        <Chip
          key={id}
          type="checkbox"
          name={run.id}
          checked={own.includes(id)}
          onChange={() => toggle(id)}
        >
          {modelName}
        </Chip>
      ))}
    </fieldset>
  );
}

/** Which models of the runs are put side by side, and which of them the others are compared with. */
export function CompareChoice() {
  const { runs, chosen, baseline } = useStore(compareStore);
  const columns = runs.flatMap((run) => run.columns).filter(({ id }) => chosen.includes(id));
  return (
    <div className={classes.choice}>
      {runs.map((run) => (
        <RunModels key={run.id} run={run} />
      ))}
      {columns.length > 1 && (
        <div className={classes.models}>
          <span className={classes.legend}>Compared with</span>
          <Choice
            label="Baseline"
            name="compare-baseline"
            options={columns.map(({ id, name }) => ({ value: id, title: name }))}
            isChosen={(id) => id === baseline}
            onChoose={chooseBaseline}
          />
        </div>
      )}
    </div>
  );
}
