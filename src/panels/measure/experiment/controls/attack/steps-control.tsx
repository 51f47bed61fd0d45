import type { PgdSpec } from '../../../../../state/experiment/attack-choices.ts';
import { Choice } from '../../../../shared/controls/choice.tsx';
import classes from '../../../../shared/controls/controls.module.css';
import { DecimalField } from '../../../../shared/controls/decimal-field.tsx';
import { NumberField } from '../../../../shared/controls/number-field.tsx';
import { useAttack } from './use-attack.ts';

const starts = [
  { value: true, title: 'Start at random' },
  { value: false, title: 'Start at the image' },
] as const;

const lengths = [
  { value: false, title: 'Step 2.5 ε / iterations' },
  { value: true, title: 'Own length' },
] as const;

const usualStep = 2;

function withStep(attack: PgdSpec, step: number | null): PgdSpec {
  const { kind, epsilon, iterations, randomStart } = attack;
  return { kind, epsilon, iterations, randomStart, ...(step !== null && { step }) };
}

/** How PGD walks. */
export function StepsControl() {
  const [attack, setAttack] = useAttack();
  if (attack?.kind !== 'pgd') return null;
  const { step } = attack;

  return (
    <div className={classes.control}>
      <NumberField
        label="Iterations"
        value={attack.iterations}
        min={1}
        max={1000}
        onValue={(iterations) => setAttack({ ...attack, iterations })}
      />
      <Choice
        label="Length of a step"
        name="step"
        options={lengths}
        isChosen={(isOwn) => isOwn === (step !== undefined)}
        onChoose={(isOwn) => setAttack(withStep(attack, isOwn ? usualStep : null))}
      />
      {step !== undefined && (
        <DecimalField
          label="Length in bytes"
          value={step}
          above={0}
          to={255}
          onValue={(next) => setAttack(withStep(attack, next))}
        />
      )}
      <Choice
        label="Where it starts"
        name="random-start"
        options={starts}
        isChosen={(value) => value === attack.randomStart}
        onChoose={(randomStart) => setAttack({ ...attack, randomStart })}
      />
      <p className={classes.hint}>
        Started at the image itself, it is the basic iterative method (BIM). An iteration takes as
        long as about three classifications.
      </p>
    </div>
  );
}
