import { useStore } from 'zustand';
import { inspectStore } from '../../../state/inspect/inspect-store.ts';
import { ModelCard } from './model-card.tsx';
import { ModelChoice } from './model-choice.tsx';
import classes from './model-cards.module.css';

/** What each of the chosen models says of the picture, side by side. */
export function ModelCards() {
  const models = useStore(inspectStore, (state) => state.models);
  const clean = useStore(inspectStore, (state) => state.clean);
  const looks = useStore(inspectStore, (state) => state.looks);
  const image = useStore(inspectStore, (state) => state.image);
  const latency = useStore(inspectStore, (state) => state.latency);
  const isWaiting = useStore(inspectStore, ({ looked, edits }) => looked !== edits);

  return (
    <div className={classes.part}>
      <div className={classes.head}>
        <h2 className={classes.heading}>What the models say</h2>
        <p className={classes.latency}>
          {latency === null ? '\u00a0' : `Answered in ${Math.max(1, Math.round(latency))}\u00a0ms`}
        </p>
      </div>
      <ModelChoice />
      <ul className={classes.cards} aria-busy={isWaiting}>
        {models.map((id) => (
          <ModelCard
            key={id}
            id={id}
            clean={clean[id] ?? null}
            look={looks[id] ?? clean[id] ?? null}
            label={image?.label ?? null}
            classNames={image?.classNames ?? []}
          />
        ))}
      </ul>
      <p className={classes.note}>
        The five likeliest classes. Margin: how far the largest output leads the next, in logits; at
        0 the answer turns.
      </p>
    </div>
  );
}
