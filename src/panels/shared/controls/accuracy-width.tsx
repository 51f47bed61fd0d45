import { useDeferredValue } from 'react';
import { integer, percentRange } from '../../../run/number-text.ts';
import { clopperPearson } from '../../../core/clopper-pearson.ts';
import classes from './controls.module.css';

/** How well an accuracy of 95 % would be known with so many images. */
export function AccuracyWidth({ count }: { readonly count: number }) {
  // The control opens, and what is typed appears, before the interval is computed.
  const known = useDeferredValue<number | null>(count, null);
  const interval = known === null ? '…' : percentRange(clopperPearson(0.95 * known, known));
  return (
    <p className={classes.hint}>
      With {integer(known ?? count)} {(known ?? count) === 1 ? 'image' : 'images'}, an accuracy of
      95 % has the interval <span className={classes.figure}>{interval} %</span>.
    </p>
  );
}
