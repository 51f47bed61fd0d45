import classes from './controls.module.css';

/** An image with a centred region filled, to scale; decoration beside its size. */
export function RegionDrawing({ side }: { readonly side: number }) {
  const length = 22 * side;
  const start = 12 - length / 2;
  return (
    <svg className={classes.drawing} width="24" height="24" viewBox="0 0 24 24" aria-hidden="true">
      <rect
        x={start}
        y={start}
        width={length}
        height={length}
        fill="var(--accent)"
        fillOpacity="0.35"
      />
      <rect x="0.5" y="0.5" width="23" height="23" fill="none" stroke="var(--line-strong)" />
    </svg>
  );
}
