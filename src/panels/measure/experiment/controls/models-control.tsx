import { useStore } from 'zustand';
import { clopperPearson } from '../../../../core/clopper-pearson.ts';
import { integer, percent, percentRange } from '../../../../charts/format.ts';
import { specModelId } from '../../../../protocol/model-id.ts';
import type { Spec } from '../../../../protocol/spec.ts';
import type { ModelFacts } from '../../../../state/models/model-facts.ts';
import { listedModelIds, modelList, modelName } from '../../../../state/models/model-list.ts';
import { modelPositions } from '../../../../state/models/model-position.ts';
import { cardsStore } from '../../../../state/models/cards-store.ts';
import { experimentStore } from '../../../../state/experiment/experiment-store.ts';
import { toggleListed } from '../../../../state/experiment/grid-choices.ts';
import classes from '../../../shared/controls/controls.module.css';
import { ModelMark } from '../../../shared/controls/model-mark.tsx';
import { Option } from '../../../shared/controls/option.tsx';
import { useAtLeastOne } from '../../../shared/controls/use-at-least-one.ts';

type Model = Spec['models'][number];

/** Which models are measured. */
export function ModelsControl() {
  const { models } = useStore(experimentStore, (state) => state.spec);
  const edit = useStore(experimentStore, (state) => state.edit);
  const cards = useStore(cardsStore, (state) => state.cards);
  const [message, offer] = useAtLeastOne<Model>('model', (next) => edit({ models: next }));
  const listed = listedModelIds(useStore(modelList));
  const positions = modelPositions(models);
  const list: Model[] = [
    ...listed,
    ...models.filter((model) => !listed.includes(specModelId(model))),
  ];

  return (
    <div className={classes.control}>
      <fieldset className={classes.options} aria-label="Models">
        {list.map((model) => {
          const id = specModelId(model);
          return (
            <Option
              key={id}
              type="checkbox"
              name="model"
              checked={models.includes(model)}
              onChange={() => offer(toggleListed(models, model, list))}
              title={
                <>
                  <ModelMark position={positions.get(id)} />
                  {modelName(id)}
                </>
              }
              {...cardTexts(cards[id])}
            />
          );
        })}
      </fieldset>
      {message !== '' && (
        <p role="alert" className={classes.error}>
          {message}
        </p>
      )}
      <p className={classes.hint}>
        Test images classified correctly before any pixel is changed, with 95 % intervals.
      </p>
    </div>
  );
}

/** "98.9 % (98.3–99.3) of 2,000 images" and "173,708 parameters" */
function cardTexts(card: ModelFacts | undefined) {
  if (card === undefined) return {};
  const { correct, images } = card.test;
  const interval = percentRange(clopperPearson(correct, images));
  return {
    aside: `${integer(card.parameters)} parameters`,
    detail: `${percent(correct / images)} (${interval}) of ${integer(images)} images`,
  };
}
