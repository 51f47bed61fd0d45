import type { ModelDifference } from '../../../run/compare/compare-types.ts';
import classes from './compare.module.css';

interface NotComparableProps {
  readonly baseline: string;
  readonly other: ModelDifference;
}

/** Why two models have no chart: their answers are not pairs. */
export function NotComparable({ baseline, other: { name, reasons } }: NotComparableProps) {
  return (
    <div className={classes.warning} role="note">
      <p>
        {name} cannot be compared with {baseline} image by image.
      </p>
      <ul>
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      <p>
        A difference would mix that of the models with that of the measurements. Duplicate one run
        and change only its models, then compare again.
      </p>
    </div>
  );
}
