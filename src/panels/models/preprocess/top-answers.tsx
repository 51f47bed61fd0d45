import { useStore } from 'zustand';
import { percent } from '../../../run/number-text.ts';
import { cardsStore } from '../../../state/models/cards-store.ts';
import { classLabel } from '../../../state/models/class-label.ts';
import classes from './preprocess.module.css';

const MOST = 5;
const noNames: readonly string[] = [];

interface TopAnswersProps {
  readonly id: string;
  /** One a class. */
  readonly probabilities: Float32Array;
}

/** The likeliest classes of a picture. */
export function TopAnswers({ id, probabilities }: TopAnswersProps) {
  const names = useStore(cardsStore, (state) => state.cards[id]?.classNames ?? noNames);
  const top = Array.from(probabilities, (value, index) => ({ value, index }))
    .toSorted((a, b) => b.value - a.value)
    .slice(0, MOST);

  return (
    <ol className={classes.answers} aria-label="Likeliest classes">
      {top.map(({ value, index }) => (
        <li key={index}>
          <span className={classes.answer}>{classLabel(names, index)}</span>
          <span className={classes.share}>{percent(value)}</span>
          <span className={classes.bar}>
            <span style={{ width: `${value * 100}%` }} />
          </span>
        </li>
      ))}
    </ol>
  );
}
