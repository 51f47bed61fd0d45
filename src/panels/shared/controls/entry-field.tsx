import { useId, useState } from 'react';
import classes from './controls.module.css';

/** What was typed, read; or what is wrong with it and what to enter. */
export type Entry<T> = { readonly value: T } | { readonly message: string };

interface EntryFieldProps<T> {
  readonly label: string;
  /** The value as it is written in the field. */
  readonly text: string;
  readonly write: (value: T) => string;
  readonly read: (text: string) => Entry<T>;
  readonly onValue: (value: T) => void;
  /** A number is short and stands at the right. */
  readonly isNumber?: boolean;
  /** Beside the field, on the left. */
  readonly before?: React.ReactNode;
  /** Beside the field, on the right. */
  readonly after?: React.ReactNode;
  /** Below the field, while there is nothing wrong with it. */
  readonly hint?: React.ReactNode;
}

/** A typed value; what cannot be read stays in the field, with a message, and goes nowhere. */
export function EntryField<T>(props: EntryFieldProps<T>) {
  const { label, text: current, write, read, onValue, isNumber = false, before, after } = props;
  const id = useId();
  const help = `${id}-help`;
  const [draft, setDraft] = useState({ text: current, current });
  // A value from elsewhere, such as a slider, takes the place of what was typed.
  const text = draft.current === current ? draft.text : current;
  const entry = read(text);
  const problem = 'message' in entry ? entry.message : null;
  const below = problem ?? props.hint;

  return (
    <div className={classes.field}>
      <label htmlFor={id} className={classes.label}>
        {label}
      </label>
      <div className={classes.row}>
        {before}
        <input
          id={id}
          className={`${classes.input} ${isNumber ? classes.number : classes.wide}`}
          inputMode={isNumber ? 'decimal' : 'text'}
          autoComplete="off"
          spellCheck={false}
          {...(isNumber && { maxLength: 20 })}
          aria-invalid={problem !== null}
          aria-describedby={below === undefined ? undefined : help}
          value={text}
          onChange={(event) => {
            const entered = event.currentTarget.value;
            const next = read(entered);
            setDraft({ text: entered, current: 'value' in next ? write(next.value) : current });
            if ('value' in next) onValue(next.value);
          }}
        />
        {after}
      </div>
      {below !== undefined && (
        <p
          id={help}
          {...(problem !== null && { role: 'alert' })}
          className={problem === null ? classes.hint : classes.error}
        >
          {below}
        </p>
      )}
    </div>
  );
}
