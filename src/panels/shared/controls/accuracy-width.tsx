import { integer, percentRange } from '../../../run/number-text.ts';
import { clopperPearson } from '../../../core/clopper-pearson.ts';
import classes from './controls.module.css';

/** How well an accuracy of 95 % would be known with so many images. */
export function AccuracyWidth({ count }: { readonly count: number }) {
  const interval = clopperPearson(0.95 * count, count);
  return (
    <p className={classes.hint}>
      With {integer(count)} {count === 1 ? 'image' : 'images'}, an accuracy of 95 % has the interval{' '}
      <span className={classes.figure}>{percentRange(interval)} %</span>.
    </p>
  );
}
