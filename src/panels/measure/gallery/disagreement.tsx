import type { ExaminedCellPicture } from '../../../state/gallery/gallery-store.ts';
import classes from './card.module.css';

interface DisagreementProps {
  readonly picture: ExaminedCellPicture;
  readonly className: (label: number) => string;
}

/** Where rounding on another backend tips the balance; the figures rest on what the run said. */
export function Disagreement({ picture, className }: DisagreementProps) {
  const { adversarial, predicted, examined } = picture;
  const isExample = adversarial === null || examined.attacked?.predicted === adversarial;
  if (isExample && examined.changed.predicted === predicted) return null;
  const said = isExample || adversarial === null ? [predicted] : [adversarial, predicted];
  return (
    <p className={classes.note}>
      In the run: {said.map(className).join(', then ')}. The two are so close that rounding decides.
    </p>
  );
}
