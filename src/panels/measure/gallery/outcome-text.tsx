import { outcomeOf } from '../../../state/gallery/attack-pictures.ts';
import type { CellPicture } from '../../../state/gallery/cell-pictures.ts';
import type { Outcome } from '../../../state/attack-answer/attack-view-store.ts';
import classes from './attack-card.module.css';
import { useGalleryWords } from './use-gallery-words.ts';

function story(outcome: Outcome, attacked: string, changed: string): string {
  switch (outcome) {
    case 'restored':
      return `${attacked} after the attack, ${changed} again with the random pixels`;
    case 'stillAdversarial':
      return `${attacked} after the attack, and with the random pixels`;
    case 'otherWrong':
      return `${attacked} after the attack, ${changed} with the random pixels`;
  }
}

interface OutcomeTextProps {
  readonly picture: CellPicture;
  readonly className: (label: number) => string;
}

/** What random pixels did to an adversarial example, as the run counted it; nothing for other images. */
export function OutcomeText({ picture, className }: OutcomeTextProps) {
  const { outcomes } = useGalleryWords();
  if (picture.adversarial === null) return null;
  const outcome = outcomeOf(picture, picture.adversarial);
  return (
    <p className={classes.outcome} data-outcome={outcome}>
      <strong>{outcomes[outcome]}</strong>
      {`: ${story(outcome, className(picture.adversarial), className(picture.predicted))}`}
    </p>
  );
}
