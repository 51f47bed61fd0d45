import { Button } from '@mantine/core';
import { useState } from 'react';
import { useStore } from 'zustand';
import { saveBlob } from '../../../charts/export/save-blob.ts';
import { bundledModelIds } from '../../../run/bundled-models.ts';
import { deleteOwn, editOwnModel } from '../../../state/models/edit-own.ts';
import { modelList, modelName } from '../../../state/models/model-list.ts';
import { modelPositions } from '../../../state/models/model-position.ts';
import { modelsView } from '../../../state/models/models-view-store.ts';
import { measureModel } from '../../../state/models/use-model.ts';
import { goToPanel } from '../../../state/navigation/navigation-store.ts';
import { deleteRepaired, exportKeptModel } from '../../../state/repair/kept-repairs.ts';
import { headProblem } from '../../../state/repair/own-model-problem.ts';
import { repairDraft } from '../../../state/repair/repair-draft.ts';
import { isRepairing, repairStore } from '../../../state/repair/repair-store.ts';
import { isUnderWay, runStore } from '../../../state/run/run-store.ts';
import { ModelMark } from '../../shared/controls/model-mark.tsx';
import classes from './model-details.module.css';
import { NameField } from './name-field.tsx';

const days = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium' });

/** Which model it is, where it came from, and what can be done with it. */
export function ModelHeader({ id }: { readonly id: string }) {
  const own = useStore(modelList, (state) => state.own.find((model) => model.id === id));
  const repaired = useStore(modelList, (state) =>
    state.repaired.find(({ facts }) => facts.id === id),
  );
  const isSweeping = useStore(runStore, ({ phase }) => isUnderWay(phase));
  const isTraining = useStore(repairStore, ({ phase }) => isRepairing(phase));
  const [isRenaming, setRenaming] = useState(false);
  const refusal = own === undefined ? null : headProblem(own);
  const name = modelName(id);

  const repairIt = () => {
    repairDraft.getState().edit({ repair: { model: id } });
    goToPanel('repair');
  };

  const remove = () => {
    if (own !== undefined) void deleteOwn(id);
    else void deleteRepaired(id).then(() => modelsView.getState().select('resnet'));
  };

  return (
    <div className={classes.header}>
      <div className={classes.who}>
        <h2 className={classes.name}>
          <ModelMark position={modelPositions([]).get(id)} />
          {isRenaming ? (
            <NameField
              name={name}
              onDone={(next) => {
                setRenaming(false);
                if (next !== null) void editOwnModel(id, { name: next });
              }}
            />
          ) : (
            name
          )}
        </h2>
        <p className={classes.origin}>
          {own !== undefined && `Opened from ${own.path} on ${days.format(own.added)}`}
          {repaired !== undefined && `Repaired here on ${days.format(repaired.made)}`}
          {bundledModelIds.includes(id) && 'Comes with the lab, trained on Roadside'}
        </p>
      </div>
      <div className={classes.actions}>
        <Button
          disabled={isSweeping}
          title={isSweeping ? 'A run is under way in Measure' : 'Put it into the experiment'}
          onClick={() => measureModel(id)}
        >
          Measure this model
        </Button>
        <Button variant="default" disabled={isTraining || refusal !== null} onClick={repairIt}>
          Repair it
        </Button>
        {own !== undefined && !isRenaming && (
          <Button variant="default" onClick={() => setRenaming(true)}>
            Rename
          </Button>
        )}
        {repaired !== undefined && (
          <Button variant="default" onClick={() => void save(id)}>
            Download
          </Button>
        )}
        {(own ?? repaired) !== undefined && (
          <Button variant="default" disabled={isSweeping || isTraining} onClick={remove}>
            Delete
          </Button>
        )}
      </div>
      {refusal !== null && <p className={classes.why}>{refusal}</p>}
    </div>
  );
}

async function save(id: string): Promise<void> {
  const blob = await exportKeptModel(id);
  if (blob !== null) saveBlob(blob, `${id}.zip`);
}
