import { useMemo } from 'react';
import { useStore } from 'zustand';
import { integer } from '../../../../run/number-text.ts';
import { inspectStore } from '../../../../state/inspect/inspect-store.ts';
import {
  askPlaces,
  placeMapCost,
  placeMapJob,
} from '../../../../state/inspect/questions/place-map.ts';
import {
  questionChoices,
  questionStore,
  setQuestion,
} from '../../../../state/inspect/questions/question-store.ts';
import { AskBox } from '../ask-box.tsx';
import classes from '../questions.module.css';
import { ChoiceField, ModelField, SeedField, ValueField } from '../setting-fields.tsx';
import { useOneModel } from '../use-one-model.ts';
import { PlacesAnswer } from './places-answer.tsx';

const sides = questionChoices.sides.map((value) => ({ value, name: `${value} × ${value} pixels` }));
const drawChoices = questionChoices.placeDraws.map((value) => ({ value, name: String(value) }));
/** The bundled models' size, until a picture is there. */
const usual = { height: 64, width: 64 };

/** Where random values flip the picture: every cell of a grid changed in turn. */
export function PlacesPart() {
  const picture = useStore(inspectStore, (state) => state.picture);
  const result = useStore(placeMapJob.store, (state) => state.result);
  const [model, setModel] = useOneModel();
  const wanted = useStore(questionStore, (state) => state.where);
  const { side, draws, value, seed } = wanted;
  const settings = useMemo(() => ({ model, ...wanted }), [model, wanted]);
  const cost = placeMapCost(settings, picture ?? usual);

  return (
    <>
      <AskBox
        job={placeMapJob}
        label={`Map with ${integer(cost)} classifications`}
        unit="classifications"
        onAsk={() => askPlaces(settings)}
      >
        <ModelField model={model} onModel={setModel} />
        <ChoiceField
          label="Cells"
          value={side}
          options={sides}
          onValue={(next) => setQuestion('where', { side: next })}
        />
        <ChoiceField
          label="Draws of each cell"
          value={draws}
          options={drawChoices}
          onValue={(next) => setQuestion('where', { draws: next })}
        />
        <ValueField value={value} onValue={(next) => setQuestion('where', { value: next })} />
        <SeedField seed={seed} onSeed={(next) => setQuestion('where', { seed: next })} />
      </AskBox>
      {result === null ? (
        <p className={classes.note}>
          Lays a grid over the original and gives all pixels of one cell new values, {draws} times,
          then those of the next. The map shows where that flips the answer or costs margin; the
          gradient of the margin stands beside it.
        </p>
      ) : (
        <PlacesAnswer result={result} />
      )}
    </>
  );
}
