import { useMemo } from 'react';
import { useStore } from 'zustand';
import { integer } from '../../../../run/number-text.ts';
import { inspectStore } from '../../../../state/inspect/inspect-store.ts';
import {
  askFragility,
  fragilityCost,
  fragilityJob,
} from '../../../../state/inspect/questions/fragility.ts';
import {
  questionChoices,
  questionStore,
  setQuestion,
} from '../../../../state/inspect/questions/question-store.ts';
import { AskBox } from '../ask-box.tsx';
import classes from '../questions.module.css';
import { ChoiceField, SeedField, ValueField } from '../setting-fields.tsx';
import { FragilityAnswer } from './fragility-answer.tsx';

const counts = [1, 2, 4, 8, 16, 32, 64] as const;
const drawChoices = questionChoices.fragileDraws.map((value) => ({ value, name: integer(value) }));

/** How often random pixels flip the picture, at each count. */
export function FragilityPart() {
  const models = useStore(inspectStore, (state) => state.models);
  const result = useStore(fragilityJob.store, (state) => state.result);
  const wanted = useStore(questionStore, (state) => state.fragile);
  const { value, draws, seed } = wanted;
  const settings = useMemo(() => ({ models, counts, region: 1, ...wanted }), [models, wanted]);

  return (
    <>
      <AskBox
        job={fragilityJob}
        label={`Classify ${integer(fragilityCost(settings))} draws`}
        unit="classifications"
        onAsk={() => askFragility(settings)}
      >
        <ChoiceField
          label="Draws at each count"
          value={draws}
          options={drawChoices}
          onValue={(next) => setQuestion('fragile', { draws: next })}
        />
        <ValueField value={value} onValue={(next) => setQuestion('fragile', { value: next })} />
        <SeedField seed={seed} onSeed={(next) => setQuestion('fragile', { seed: next })} />
      </AskBox>
      {result === null ? (
        <p className={classes.note}>
          Changes 1, 2, 4, … 64 random pixels of the original, {integer(draws)} times each, and
          counts how often each model’s answer flips. The draws are those of a sweep with this seed.
        </p>
      ) : (
        <FragilityAnswer result={result} />
      )}
    </>
  );
}
