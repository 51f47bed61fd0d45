import { integer } from '../../../../../run/number-text.ts';
import { mostTries } from '../../../../../state/experiment/attack-choices.ts';
import { Choice } from '../../../../shared/controls/choice.tsx';
import classes from '../../../../shared/controls/controls.module.css';
import { NumberField } from '../../../../shared/controls/number-field.tsx';
import { useAttack } from './use-attack.ts';

const pixels = [
  { value: 1, title: '1 pixel' },
  { value: 3, title: '3 pixels' },
  { value: 5, title: '5 pixels' },
] as const;

const searches = [
  { value: 'evolution', title: 'Evolution' },
  { value: 'random', title: 'Random draws' },
] as const;

/** How many pixels a search may change, and how long it looks for them. */
export function SearchControl() {
  const [attack, setAttack] = useAttack();
  if (attack?.kind !== 'one-pixel') return null;

  return (
    <div className={classes.control}>
      <Choice
        label="Pixels that may change"
        name="attack-pixels"
        options={pixels}
        isChosen={(value) => value === attack.pixels}
        onChoose={(value) => setAttack({ ...attack, pixels: value })}
      />
      <Choice
        label="How candidates are made"
        name="search"
        options={searches}
        isChosen={(value) => value === attack.search}
        onChoose={(search) => setAttack({ ...attack, search })}
      />
      <NumberField
        label="Candidates of a generation"
        value={attack.population}
        min={4}
        max={1000}
        onValue={(population) => setAttack({ ...attack, population })}
      />
      <NumberField
        label="Generations after the first"
        value={attack.generations}
        min={0}
        max={1000}
        onValue={(generations) => setAttack({ ...attack, generations })}
      />
      <p className={classes.hint}>
        Up to {integer(mostTries(attack))} classifications for each image and model; a search ends
        as soon as it has found an example.
      </p>
    </div>
  );
}
