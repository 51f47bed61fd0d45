import { attackOfKind, type AttackKind } from '../../../../../state/experiment/attack-choices.ts';
import classes from '../../../../shared/controls/controls.module.css';
import { Option } from '../../../../shared/controls/option.tsx';
import { useAttack } from './use-attack.ts';

const choices: readonly { kind: AttackKind; title: string; detail: string }[] = [
  {
    kind: 'fgsm',
    title: 'FGSM',
    detail:
      'One step of every byte in the direction that raises the loss. The attack of the paper, and the fastest.',
  },
  {
    kind: 'pgd',
    title: 'PGD',
    detail: 'Many small steps inside the same bound. It finds more examples and takes longer.',
  },
  {
    kind: 'one-pixel',
    title: 'One-pixel search',
    detail:
      'Changes 1, 3 or 5 pixels by any amount and asks the model hundreds of times for each image: very slow.',
  },
];

/** How adversarial examples are made. */
export function AttackControl() {
  const [attack, setAttack] = useAttack();
  if (attack === null) return null;

  return (
    <fieldset className={classes.options} role="radiogroup" aria-label="Attacks">
      {choices.map(({ kind, title, detail }) => (
        <Option
          key={kind}
          type="radio"
          name="attack"
          checked={attack.kind === kind}
          onChange={() => setAttack(attackOfKind(kind, attack))}
          title={title}
          detail={detail}
        />
      ))}
    </fieldset>
  );
}
