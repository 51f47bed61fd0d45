import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { integer } from '../../../../run/number-text.ts';
import type { SpecPixelValue } from '../../../../protocol/spec.ts';
import { inspectStore } from '../../../../state/inspect/inspect-store.ts';
import {
  askFragility,
  fragilityCost,
  fragilityJob,
} from '../../../../state/inspect/questions/fragility.ts';
import { AskBox } from '../ask-box.tsx';
import classes from '../questions.module.css';
import { ChoiceField, SeedField, ValueField } from '../setting-fields.tsx';
import { FragilityAnswer } from './fragility-answer.tsx';

const counts = [1, 2, 4, 8, 16, 32, 64] as const;
const drawChoices = [100, 1000, 5000].map((value) => ({ value, name: integer(value) }));

/** How often random pixels flip the picture, at each count. */
export function FragilityPart() {
  const models = useStore(inspectStore, (state) => state.models);
  const result = useStore(fragilityJob.store, (state) => state.result);
  const [value, setValue] = useState<SpecPixelValue>('replace');
  const [draws, setDraws] = useState(1000);
  const [seed, setSeed] = useState(7);
  const settings = useMemo(
    () => ({ models, counts, value, region: 1, seed, draws }),
    [models, value, seed, draws],
  );

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
          onValue={setDraws}
        />
        <ValueField value={value} onValue={setValue} />
        <SeedField seed={seed} onSeed={setSeed} />
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
