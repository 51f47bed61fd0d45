import { useMemo } from 'react';
import { useStore } from 'zustand';
import { duration, integer } from '../../../run/number-text.ts';
import { cardsStore } from '../../../state/models/cards-store.ts';
import { computeStore } from '../../../state/compute/compute-store.ts';
import { expectedCost } from '../../../state/experiment/expected-cost.ts';
import { experimentStore } from '../../../state/experiment/experiment-store.ts';
import { runStore, shownResult, type ShownRun } from '../../../state/run/run-store.ts';
import { speedStore } from '../../../state/compute/speed-store.ts';
import { LastAnswer } from '../../shared/run/last-answer.tsx';
import classes from '../../shared/run/run-box.module.css';

/** Seconds from which a run is worth a warning. */
const LONG = 600;

/** What the next run will cost, before it starts. */
export function CostLine() {
  const spec = useStore(experimentStore, (state) => state.spec);
  const plan = useStore(computeStore, (state) => state.plans[0]);
  const cards = useStore(cardsStore, (state) => state.cards);
  const measured = useStore(speedStore, (state) => plan && state.measured[plan.backend]);

  const { classifications, seconds, isMeasured } = useMemo(
    () => expectedCost(spec, plan, cards, measured),
    [spec, plan, cards, measured],
  );
  const isAnswered = useStore(runStore, hasAnswer);
  const ran = useStore(runStore, (state) => state.spec);
  const replace = useStore(experimentStore, (state) => state.replace);
  const isLong = seconds !== null && seconds > LONG;

  return (
    <div className={classes.cost}>
      <p>
        About <strong>{integer(Number(classifications.toPrecision(3)))}</strong>{' '}
        {spec.attack === undefined ? 'classifications' : 'images to classify or attack'}
        {seconds !== null && (
          <>
            , <strong>{duration(seconds)}</strong> here
          </>
        )}
      </p>
      <p className={classes.note} data-warning={isLong}>
        {isLong && 'More than 10 minutes: fewer images, counts or models answer sooner. '}
        {seconds === null || isMeasured || isAnswered
          ? ''
          : 'The time is a guess until a first run. '}
        {isAnswered ? (
          <LastAnswer
            text="The answer is still the last run’s."
            label="Show its experiment"
            onShow={ran && (() => replace(ran))}
          />
        ) : (
          'What is done is kept when you cancel.'
        )}
      </p>
    </div>
  );
}

/** Whether the answer that is shown belongs to a run of another sentence, made here. */
function hasAnswer(run: ShownRun): boolean {
  return run.phase !== 'opened' && shownResult(run) !== null;
}
