import { mapGradient } from './map-colours.ts';
import styles from './places.module.css';

interface MapLegendProps {
  readonly low: string;
  readonly high: string;
}

/** The scale of the colours. */
export function MapLegend({ low, high }: MapLegendProps) {
  return (
    <div className={styles.legend}>
      <span>{low}</span>
      <span className={styles.scale} style={{ background: mapGradient }} aria-hidden="true" />
      <span>{high}</span>
    </div>
  );
}
