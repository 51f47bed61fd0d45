import { useStore } from 'zustand';
import { integer } from '../../../../run/number-text.ts';
import { imageSets } from '../../../../state/images/image-sets.ts';
import { classesOfModels } from '../../../../state/images/open-images.ts';
import { cardsStore } from '../../../../state/models/cards-store.ts';
import { listedModelIds, modelList, modelName } from '../../../../state/models/model-list.ts';
import { modelPositions } from '../../../../state/models/model-position.ts';
import { repairDraft } from '../../../../state/repair/repair-draft.ts';
import { recounted } from '../../../../state/repair/repair-images.ts';
import classes from '../../../shared/controls/controls.module.css';
import { ModelMark } from '../../../shared/controls/model-mark.tsx';
import { Option } from '../../../shared/controls/option.tsx';
import { useDraft } from '../use-draft.ts';

/** Which model is repaired; a repaired one can be repaired again. */
export function ModelControl() {
  const { repair, set } = useDraft();
  const listed = listedModelIds(useStore(modelList));
  const cards = useStore(cardsStore, (state) => state.cards);
  const positions = modelPositions([]);
  const choose = (model: string) => {
    set({ model });
    const { spec, replace } = repairDraft.getState();
    replace(recounted(spec, imageSets.getState().sets, classesOfModels([model])));
  };

  return (
    <fieldset className={classes.options} role="radiogroup" aria-label="Model to repair">
      {listed.map((id) => {
        const card = cards[id];
        return (
          <Option
            key={id}
            type="radio"
            name="model"
            checked={repair.model === id}
            onChange={() => choose(id)}
            title={
              <>
                <ModelMark position={positions.get(id)} />
                {modelName(id)}
              </>
            }
            {...(card && { aside: `${integer(card.parameters)} parameters` })}
          />
        );
      })}
    </fieldset>
  );
}
