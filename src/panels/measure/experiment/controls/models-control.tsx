import { useState } from 'react';
import { useStore } from 'zustand';
import { specModelId } from '../../../../protocol/model-id.ts';
import type { Spec } from '../../../../protocol/spec.ts';
import { cannotJoin } from '../../../../state/models/model-classes.ts';
import { cardsStore } from '../../../../state/models/cards-store.ts';
import { modelList } from '../../../../state/models/model-list.ts';
import { listedSpecModels } from '../../../../state/models/spec-model.ts';
import { experimentStore } from '../../../../state/experiment/experiment-store.ts';
import { toggleListed } from '../../../../state/experiment/grid-choices.ts';
import { goToPanel } from '../../../../state/navigation/navigation-store.ts';
import classes from '../../../shared/controls/controls.module.css';
import { useAtLeastOne } from '../../../shared/controls/use-at-least-one.ts';
import { ModelOption } from './model-option.tsx';

type Model = Spec['models'][number];

/** Which models are measured. Those of other classes stand apart: choosing one changes over to it. */
export function ModelsControl() {
  const { models } = useStore(experimentStore, (state) => state.spec);
  const edit = useStore(experimentStore, (state) => state.edit);
  const cards = useStore(cardsStore, (state) => state.cards);
  const [message, offer] = useAtLeastOne<Model>('model', (next) => edit({ models: next }));
  const [replaced, setReplaced] = useState<Model[] | null>(null);
  const chosen = new Set(models.map(specModelId));
  const listed = listedSpecModels(useStore(modelList));
  const known = new Set(listed.map(specModelId));
  const list = [...listed, ...models.filter((model) => !known.has(specModelId(model)))];
  const current = list.map((model) => models.find((each) => sameModel(each, model)) ?? model);
  const [first] = models;
  const isApart = (model: Model) =>
    first !== undefined && cannotJoin(specModelId(model), [first], cards) !== null;
  const apart = current.filter((model) => isApart(model) && !chosen.has(specModelId(model)));

  const toggle = (model: Model) => {
    setReplaced(null);
    offer(toggleListed(models, model, current));
  };
  const changeOver = (model: Model) => {
    setReplaced(models);
    offer([model]);
  };
  const option = (model: Model, choose: (model: Model) => void) => (
    <ModelOption
      key={specModelId(model)}
      id={specModelId(model)}
      models={models}
      isChosen={chosen.has(specModelId(model))}
      onChange={() => choose(model)}
    />
  );

  return (
    <div className={classes.control}>
      <fieldset className={classes.options} aria-label="Models">
        {current.filter((model) => !apart.includes(model)).map((model) => option(model, toggle))}
      </fieldset>
      {message !== '' && (
        <p role="alert" className={classes.error}>
          {message}
        </p>
      )}
      {apart.length > 0 && (
        <fieldset className={classes.options} aria-label="Models with other classes">
          <legend className={classes.legend}>
            With other classes: choosing one takes the models above out
          </legend>
          {apart.map((model) => option(model, changeOver))}
        </fieldset>
      )}
      {replaced !== null && (
        <output className={classes.hint}>
          {replaced.length === 1 ? 'One model was' : `${replaced.length} models were`} taken out:
          models of one run need the same classes.{' '}
          <button
            type="button"
            className={classes.link}
            onClick={() => {
              setReplaced(null);
              edit({ models: replaced });
            }}
          >
            Undo
          </button>
        </output>
      )}
      <p className={classes.hint}>
        Test images classified correctly before any pixel is changed, with 95 % intervals.{' '}
        <button type="button" className={classes.link} onClick={() => goToPanel('models')}>
          Open a model of your own
        </button>
      </p>
    </div>
  );
}

function sameModel(a: Model, b: Model): boolean {
  return specModelId(a) === specModelId(b);
}
