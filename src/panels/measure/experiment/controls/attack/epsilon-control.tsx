import { epsilonsOf } from '../../../../../run/attack/attack-names.ts';
import { toggleEpsilon, withEpsilons } from '../../../../../state/experiment/attack-choices.ts';
import { AddField } from '../../../../shared/controls/add-field.tsx';
import { Chip } from '../../../../shared/controls/chip.tsx';
import classes from '../../../../shared/controls/controls.module.css';
import { useAtLeastOne } from '../../../../shared/controls/use-at-least-one.ts';
import { Explained } from '../../../../terms/explained.tsx';
import { Term } from '../../../../terms/term.tsx';
import { useAttack } from './use-attack.ts';

const usual: readonly number[] = [1, 2, 4, 8, 16];
/** As many as a spec may list. */
const most = 16;

/** How far an attack may move a byte. */
export function EpsilonControl() {
  const [attack, setAttack] = useAttack();
  const [message, offer] = useAtLeastOne<number>('size', (next) => {
    if (attack !== null) setAttack(withEpsilons(attack, next));
  });
  if (attack === null) return null;

  const chosen = epsilonsOf(attack);
  const others = chosen.filter((each) => !usual.includes(each));
  return (
    <div className={classes.control}>
      <p className={classes.hint}>
        The largest change of a byte, <Term name="epsilon">ε</Term>. Each size is an attack of its
        own on the same images.
      </p>
      <fieldset className={classes.chips} aria-label="Sizes of the attack in bytes">
        {[...usual, ...others].map((each) => (
          <Chip
            key={each}
            type="checkbox"
            name="epsilon"
            checked={chosen.includes(each)}
            onChange={() => offer(toggleEpsilon(chosen, each))}
          >
            {each}
          </Chip>
        ))}
      </fieldset>
      {message !== '' && (
        <p role="alert" className={classes.error}>
          {message}
        </p>
      )}
      {chosen.length < most && (
        <AddField
          label="Another size"
          min={1}
          max={127}
          taken={chosen}
          onAdd={(each) => offer(toggleEpsilon(chosen, each))}
        />
      )}
      <p className={classes.hint}>
        <Explained text="Of 255 steps of a byte; the share of the value range, the r of Pi, is 2ε / 255." />
      </p>
    </div>
  );
}
