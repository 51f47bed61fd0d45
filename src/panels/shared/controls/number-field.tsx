import { useId, useState } from 'react';
import { integer } from '../../../charts/format.ts';
import { parseWhole, type WholeRange } from '../../../state/experiment/whole-number.ts';
import classes from './controls.module.css';

interface NumberFieldProps extends WholeRange {
  readonly label: string;
  readonly value: number;
  readonly onValue: (value: number) => void;
  /** Beside the field, on the left. */
  readonly slider?: React.ReactNode;
  /** Beside the field, on the right. */
  readonly action?: React.ReactNode;
}

/** A whole number; what cannot be read as one stays in the field, with a message, and goes nowhere. */
export function NumberField({ label, value, min, max, onValue, slider, action }: NumberFieldProps) {
  const id = useId();
  const message = useId();
  const [draft, setDraft] = useState({ text: String(value), value });
  // A value from elsewhere, such as the slider, takes the place of what was typed.
  const text = draft.value === value ? draft.text : String(value);
  const isInvalid = parseWhole(text, { min, max }) === null;

  return (
    <div className={classes.field}>
      <label htmlFor={id} className={classes.label}>
        {label}
      </label>
      <div className={classes.row}>
        {slider}
        <input
          id={id}
          className={`${classes.input} ${classes.number}`}
          inputMode="numeric"
          autoComplete="off"
          spellCheck={false}
          maxLength={20}
          aria-invalid={isInvalid}
          aria-describedby={isInvalid ? message : undefined}
          value={text}
          onChange={(event) => {
            const entered = event.currentTarget.value;
            const parsed = parseWhole(entered, { min, max });
            setDraft({ text: entered, value: parsed ?? value });
            if (parsed !== null) onValue(parsed);
          }}
        />
        {action}
      </div>
      {isInvalid && (
        <p id={message} role="alert" className={classes.error}>
          Enter a whole number from {integer(min)} to {integer(max)}. Until then it stays{' '}
          {integer(value)}.
        </p>
      )}
    </div>
  );
}
