import { useStore } from 'zustand';
import { inspectStore } from '../../../state/inspect/inspect-store.ts';
import { lookWithOne } from '../../../state/inspect/inspector.ts';
import { cardsStore } from '../../../state/models/cards-store.ts';
import { listedModelIds, modelList, modelName } from '../../../state/models/model-list.ts';
import { modelPositions } from '../../../state/models/model-position.ts';
import controls from '../../shared/controls/controls.module.css';
import { ModelMark } from '../../shared/controls/model-mark.tsx';
import classes from './model-cards.module.css';

/** Which models stand side by side; one that takes pictures of another size stands alone. */
export function ModelChoice() {
  const models = useStore(inspectStore, (state) => state.models);
  const picture = useStore(inspectStore, (state) => state.picture);
  const cards = useStore(cardsStore, (state) => state.cards);
  const known = listedModelIds(useStore(modelList));
  // A model that is gone can still be taken away.
  const listed = [...known, ...models.filter((id) => !known.includes(id))];
  const positions = modelPositions([]);
  const fits = (id: string) => {
    const size = cards[id]?.inputSize;
    if (picture === null || size === undefined) return true;
    return size[0] === picture.height && size[1] === picture.width;
  };
  const toggle = (id: string) => {
    if (!fits(id)) {
      lookWithOne(id);
      return;
    }
    const next = models.includes(id)
      ? models.filter((each) => each !== id)
      : listed.filter((each) => each === id || models.includes(each));
    if (next.length > 0) inspectStore.setState({ models: next });
  };

  return (
    <fieldset className={`${controls.chips} ${classes.choice}`} aria-label="Models side by side">
      {listed.map((id) => {
        const isOnly = models.length === 1 && models[0] === id;
        const canFit = fits(id);
        return (
          <label
            key={id}
            className={`${controls.chip} ${classes.chip}`}
            title={
              canFit
                ? isOnly
                  ? 'At least one model has to answer'
                  : undefined
                : 'Takes pictures of another size: answers alone'
            }
          >
            <input
              type="checkbox"
              checked={models.includes(id)}
              aria-disabled={isOnly}
              onChange={() => toggle(id)}
            />
            <ModelMark position={positions.get(id)} />
            {modelName(id)}
          </label>
        );
      })}
    </fieldset>
  );
}
