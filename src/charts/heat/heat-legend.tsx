import classes from './heat-legend.module.css';
import { strongestTint } from './tint.ts';

interface HeatLegendProps {
  /** What the ends stand for: "10 points worse". */
  readonly low: string;
  readonly high: string;
  /** Whether cells carry signs of significant differences. */
  readonly isTested: boolean;
}

/** The scale of the tints, and what the signs mean. */
export function HeatLegend({ low, high, isTested }: HeatLegendProps) {
  const tint = (color: string) =>
    `color-mix(in srgb, ${color} ${strongestTint * 100}%, var(--surface))`;
  const scale = `linear-gradient(to right, ${tint('var(--loss)')}, var(--surface), ${tint('var(--gain)')})`;
  return (
    <div className={classes.legend}>
      <span className={classes.scale}>
        <span>{low}</span>
        <span className={classes.bar} style={{ background: scale }} aria-hidden="true" />
        <span>{high}</span>
      </span>
      {isTested && <span>▲ ▼ differs from the original, p ≤ 0.05 after Holm</span>}
    </div>
  );
}
