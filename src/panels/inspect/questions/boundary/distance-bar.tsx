import classes from './boundary.module.css';

interface DistanceBarProps {
  readonly value: number;
  /** What fills the bar. */
  readonly most: number;
}

/** A signed figure as a bar; one below 0 has another colour. */
export function DistanceBar({ value, most }: DistanceBarProps) {
  const share = Number.isFinite(value) ? Math.min(1, Math.abs(value) / most) : 1;
  return (
    <span className={classes.bar} data-wrong={value < 0} aria-hidden="true">
      <span style={{ width: `${100 * share}%` }} />
    </span>
  );
}
