import classes from './model-cards.module.css';

interface MarginBarProps {
  /** In logits, ≥ 0; null until known. */
  readonly margin: number | null;
  /** Of the unchanged picture. */
  readonly before: number | null;
  /** Whether the margin is that of another class than before. */
  readonly isFlipped: boolean;
}

/** The margin as it is, drawn against that of the unchanged picture. */
export function MarginBar({ margin, before, isFlipped }: MarginBarProps) {
  if (margin === null || before === null) return <p className={classes.margin}>&nbsp;</p>;
  const whole = Math.max(margin, before, 1e-9);
  const isSame = margin === before;
  return (
    <div className={classes.margin} data-flipped={isFlipped}>
      <p>
        Margin <strong>{margin.toFixed(2)}</strong>{' '}
        <span className={classes.was}>{isSame ? 'unchanged' : `was ${before.toFixed(2)}`}</span>
      </p>
      <span className={classes.scale} aria-hidden="true">
        <span style={{ width: `${(100 * margin) / whole}%` }} />
        <span className={classes.tick} style={{ left: `${(100 * before) / whole}%` }} />
      </span>
    </div>
  );
}
