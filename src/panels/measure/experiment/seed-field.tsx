import { useState } from 'react';
import classes from './experiment.module.css';

interface SeedFieldProps {
  readonly seed: number;
  readonly disabled: boolean;
  readonly onSeed: (seed: number) => void;
}

function parseSeed(text: string): number | null {
  if (!/^\d{1,16}$/.test(text)) return null;
  const seed = Number(text);
  return Number.isSafeInteger(seed) ? seed : null;
}

/** A whole number inside the sentence; what cannot be read as one is put back when the field is left. */
export function SeedField({ seed, disabled, onSeed }: SeedFieldProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const text = draft ?? String(seed);
  const invalid = parseSeed(text) === null;

  return (
    <input
      className={classes.choice}
      style={{ width: `${Math.max(2, text.length) + 1.5}ch` }}
      aria-label="Seed of the random draws, a whole number"
      aria-invalid={invalid}
      inputMode="numeric"
      autoComplete="off"
      spellCheck={false}
      maxLength={16}
      value={text}
      disabled={disabled}
      onChange={(event) => {
        const entered = event.currentTarget.value;
        setDraft(entered);
        const parsed = parseSeed(entered);
        if (parsed !== null) onSeed(parsed);
      }}
      onBlur={() => setDraft(null)}
    />
  );
}
