import type { ModelDifference } from '../../../run/compare/compare-types.ts';
import classes from './compare.module.css';

interface NotComparableProps {
  readonly baseline: string;
  /** Models whose answers are not pairs with those of the baseline. */
  readonly others: readonly ModelDifference[];
}

/** Why models have no chart, and what to do about it. */
export function NotComparable({ baseline, others }: NotComparableProps) {
  return (
    <div className={classes.warning} role="note">
      {others.map(({ name, reasons }) => (
        <div key={name} className={classes.refused}>
          <p>
            {name} cannot be compared with {baseline} image by image.
          </p>
          <ul>
            {reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </div>
      ))}
      <p>
        A difference would mix that of the models with that of the measurements. Duplicate one run
        and change only its models, then compare again.
      </p>
    </div>
  );
}
