import { useState } from 'react';
import { parseWhole, type WholeRange } from '../../../state/experiment/whole-number.ts';
import classes from './random-draw.module.css';

interface WholeFieldProps extends WholeRange {
  readonly label: string;
  readonly value: number;
  readonly onValue: (value: number) => void;
}

/** A short field for a whole number; what cannot be read is marked and goes nowhere. */
export function WholeField({ label, value, min, max, onValue }: WholeFieldProps) {
  const [draft, setDraft] = useState({ text: String(value), value });
  // A value from elsewhere takes the place of what was typed.
  const text = draft.value === value ? draft.text : String(value);
  const isWrong = parseWhole(text, { min, max }) === null;
  return (
    <label className={classes.field}>
      {label}
      <input
        inputMode="numeric"
        autoComplete="off"
        aria-invalid={isWrong}
        {...(isWrong && { title: `A whole number from ${min} to ${max}` })}
        value={text}
        onChange={({ currentTarget }) => {
          const entered = currentTarget.value;
          const whole = parseWhole(entered, { min, max });
          setDraft({ text: entered, value: whole ?? value });
          if (whole !== null) onValue(whole);
        }}
      />
    </label>
  );
}
