import { useMemo } from 'react';
import { useStore } from 'zustand';
import { about, duration, integer } from '../../../run/number-text.ts';
import { computeStore } from '../../../state/compute/compute-store.ts';
import { speedStore } from '../../../state/compute/speed-store.ts';
import { expectedSeconds } from '../../../state/experiment/expected-cost.ts';
import { cardsStore } from '../../../state/models/cards-store.ts';
import { repairCost } from '../../../state/repair/repair-cost.ts';
import { repairDraft } from '../../../state/repair/repair-draft.ts';
import { repairStore } from '../../../state/repair/repair-store.ts';
import { LastAnswer } from '../../shared/run/last-answer.tsx';
import classes from '../../shared/run/run-box.module.css';

/** Seconds from which a repair is worth a warning. */
const LONG = 900;

/** What the next repair will cost, before it starts. */
export function RepairCostLine() {
  const spec = useStore(repairDraft, (state) => state.spec);
  const plan = useStore(computeStore, (state) => state.plans[0]);
  const cards = useStore(cardsStore, (state) => state.cards);
  const measured = useStore(speedStore, (state) => plan && state.measured[plan.backend]);
  const isAnswered = useStore(
    repairStore,
    ({ phase, result }) => phase !== 'opened' && result !== null,
  );
  const ran = useStore(repairStore, (state) => state.spec);
  const replace = useStore(repairDraft, (state) => state.replace);
  const { model } = spec.repair;

  const { models, samples, trainingSeconds, judgingSeconds } = useMemo(() => {
    const expected = expectedSeconds([model], plan?.backend, cards, measured);
    return repairCost(spec, expected[model], plan?.lanes ?? 1);
  }, [spec, model, plan, cards, measured]);
  const isKnown = trainingSeconds !== null && judgingSeconds !== null;
  const isLong = isKnown && trainingSeconds + judgingSeconds > LONG;

  return (
    <div className={classes.cost}>
      <p>
        <strong>{integer(samples)}</strong> training samples
        {models > 1 && <> for each of {models} models</>}
        {isKnown && (
          <>
            , {about(trainingSeconds)}
            <strong>{duration(trainingSeconds)}</strong> of training and{' '}
            <strong>{duration(judgingSeconds)}</strong> of judging here
          </>
        )}
      </p>
      <p className={classes.note}>
        {isLong && 'Fewer images or numbers, or no attacks, answer sooner. '}
        {isKnown
          ? 'The times are a guess until it runs. '
          : 'How long it takes shows once it runs. '}
        {isAnswered ? (
          <LastAnswer
            text="The results are still the last repair’s."
            label="Show its settings"
            onShow={ran && (() => replace(ran))}
          />
        ) : (
          'When you cancel, the best weights so far are kept.'
        )}
      </p>
    </div>
  );
}
