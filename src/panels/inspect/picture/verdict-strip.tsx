import { useStore } from 'zustand';
import { inspectStore } from '../../../state/inspect/inspect-store.ts';
import { classLabel } from '../../../state/models/class-label.ts';
import { modelName } from '../../../state/models/model-list.ts';
import { modelPositions } from '../../../state/models/model-position.ts';
import { capital, probability } from '../../shared/pictures/class-text.ts';
import { ModelMark } from '../../shared/controls/model-mark.tsx';
import classes from './verdict-strip.module.css';

/** Each model's answer in a line, where the cards that say more are out of sight. */
export function VerdictStrip() {
  const { models, clean, looks, image } = useStore(inspectStore);
  return (
    <ul className={classes.strip} aria-hidden="true">
      {models.map((id) => {
        const look = looks[id] ?? clean[id];
        const isWrong = look !== undefined && image?.label !== look.predicted;
        return (
          <li key={id}>
            <ModelMark position={modelPositions([]).get(id)} />
            <span className={classes.model}>{modelName(id)}</span>
            {look !== undefined && (
              <span className={classes.answer} data-wrong={isWrong && image?.label !== null}>
                {capital(classLabel(image?.classNames ?? [], look.predicted))}{' '}
                {probability(look.probabilities[look.predicted] ?? 0)}
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
