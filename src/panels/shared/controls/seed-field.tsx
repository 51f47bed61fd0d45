import { newSeed } from '../../../state/experiment/new-seed.ts';
import classes from './controls.module.css';
import { NumberField } from './number-field.tsx';

interface SeedFieldProps {
  readonly label: string;
  readonly seed: number;
  readonly onSeed: (seed: number) => void;
}

/** The number that decides all that is random. */
export function SeedField({ label, seed, onSeed }: SeedFieldProps) {
  return (
    <NumberField
      label={label}
      value={seed}
      min={0}
      max={Number.MAX_SAFE_INTEGER}
      onValue={onSeed}
      action={
        <button type="button" className={classes.button} onClick={() => onSeed(newSeed(seed))}>
          <Die />
          New seed
        </button>
      }
    />
  );
}

function Die() {
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      <rect x="1" y="1" width="14" height="14" rx="3" fill="none" stroke="currentColor" />
      <circle cx="5" cy="5" r="1.4" fill="currentColor" />
      <circle cx="8" cy="8" r="1.4" fill="currentColor" />
      <circle cx="11" cy="11" r="1.4" fill="currentColor" />
    </svg>
  );
}
