import { useMemo } from 'react';
import { useStore } from 'zustand';
import { integer } from '../../../../run/number-text.ts';
import {
  askWorstPixel,
  worstPixelCost,
  worstPixelJob,
} from '../../../../state/inspect/questions/worst-pixel.ts';
import {
  questionChoices,
  questionStore,
  setQuestion,
} from '../../../../state/inspect/questions/question-store.ts';
import { AskBox } from '../ask-box.tsx';
import classes from '../questions.module.css';
import { ChoiceField, ModelField, SeedField } from '../setting-fields.tsx';
import { useOneModel } from '../use-one-model.ts';
import { WorstPixelAnswer } from './worst-pixel-answer.tsx';

const pixelChoices = questionChoices.pixels.map((value) => ({ value, name: String(value) }));
const generationChoices = questionChoices.generations.map((value) => ({
  value,
  name: String(value),
}));
const population = 100;

/** The pixels that cost a model most: evolution against chance with as many queries. */
export function WorstPixelPart() {
  const result = useStore(worstPixelJob.store, (state) => state.result);
  const [model, setModel] = useOneModel();
  const wanted = useStore(questionStore, (state) => state.worst);
  const { pixels, generations, seed } = wanted;
  const settings = useMemo(() => ({ model, population, ...wanted }), [model, wanted]);

  return (
    <>
      <AskBox
        job={worstPixelJob}
        label={`Search with ${integer(worstPixelCost(settings))} queries`}
        unit="queries"
        onAsk={() => askWorstPixel(settings)}
      >
        <ModelField model={model} onModel={setModel} />
        <ChoiceField
          label="Pixels"
          value={pixels}
          options={pixelChoices}
          onValue={(next) => setQuestion('worst', { pixels: next })}
        />
        <ChoiceField
          label="Generations"
          value={generations}
          options={generationChoices}
          onValue={(next) => setQuestion('worst', { generations: next })}
        />
        <SeedField seed={seed} onSeed={(next) => setQuestion('worst', { seed: next })} />
      </AskBox>
      {result === null ? (
        <p className={classes.note}>
          The one-pixel attack (Su et al. 2019): {population} candidates evolve over {generations}{' '}
          generations towards the place and colour that cost the model’s answer most. Beside it, as
          many candidates drawn at random show what chance alone would find.
        </p>
      ) : (
        <WorstPixelAnswer result={result} />
      )}
    </>
  );
}
