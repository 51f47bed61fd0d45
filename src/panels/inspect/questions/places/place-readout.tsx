import { Button } from '@mantine/core';
import type { PlaceMap } from '../../../../state/inspect/questions/place-map.ts';
import { showPlace } from '../../../../state/inspect/questions/show-place.ts';
import classes from '../questions.module.css';
import { scrollToPicture } from '../scroll-to-picture.ts';
import type { PlaceFigures } from './place-figures.ts';
import styles from './places.module.css';

interface PlaceReadoutProps {
  readonly map: PlaceMap;
  /** Of the cell under the pointer; null where it has not been measured. */
  readonly figures: PlaceFigures | null;
}

/** The figures of one cell, and its first flip on the picture. */
export function PlaceReadout({ map, figures }: PlaceReadoutProps) {
  if (figures === null) {
    return <p className={styles.readout}>This cell has not been measured yet.</p>;
  }
  const { where, flipText, basis, loss, firstFlip, rect } = figures;
  return (
    <div className={styles.readout}>
      <p className={classes.heading}>{where[0]?.toUpperCase() + where.slice(1)}</p>
      <dl className={styles.figures}>
        <dt>Flip rate</dt>
        <dd>
          {flipText}
          <span className={classes.quiet}>{basis}</span>
        </dd>
        <dt>Mean loss of margin</dt>
        <dd>
          {loss.toFixed(2).replace('-', '−')}
          <span className={classes.quiet}>of {map.cleanMargin.toFixed(2)} logits</span>
        </dd>
      </dl>
      <Button
        variant="default"
        size="xs"
        onClick={() => {
          showPlace(map.settings, rect, Math.max(0, firstFlip));
          scrollToPicture();
        }}
      >
        {firstFlip < 0 ? 'Show its first draw' : `Show its first flip, draw ${firstFlip}`}
      </Button>
      <p className={classes.quiet}>Point at the map, or use the arrow keys.</p>
    </div>
  );
}
