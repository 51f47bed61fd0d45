import { useId, useState } from 'react';
import { parseWhole, type WholeRange } from '../../../state/experiment/whole-number.ts';
import classes from './controls.module.css';

interface AddFieldProps extends WholeRange {
  readonly label: string;
  /** Before and after the number, such as "±" and "%". */
  readonly sign?: string;
  readonly unit?: string;
  /** Those that are chosen already. */
  readonly taken: readonly number[];
  readonly onAdd: (value: number) => void;
}

/** Adds a number of one's own to a list of choices. */
export function AddField({ label, sign, unit, min, max, taken, onAdd }: AddFieldProps) {
  const id = useId();
  const message = useId();
  const [text, setText] = useState('');
  const [error, setError] = useState<string | null>(null);

  const add = () => {
    const value = parseWhole(text, { min, max });
    if (value === null) setError(`Enter a whole number from ${min} to ${max}.`);
    else if (taken.includes(value))
      setError(`${sign ?? ''}${value}${unit ?? ''} is chosen already.`);
    else {
      onAdd(value);
      setText('');
      setError(null);
    }
  };

  return (
    <div className={classes.field}>
      <div className={classes.row}>
        <label htmlFor={id} className={classes.label}>
          {label}
        </label>
        <span>
          {sign}{' '}
          <input
            id={id}
            className={`${classes.input} ${classes.short}`}
            inputMode="numeric"
            autoComplete="off"
            maxLength={6}
            aria-invalid={error !== null}
            aria-describedby={error === null ? undefined : message}
            value={text}
            onChange={(event) => {
              setText(event.currentTarget.value);
              setError(null);
            }}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              event.stopPropagation();
              add();
            }}
          />{' '}
          {unit}
        </span>
        <button type="button" className={classes.button} onClick={add}>
          Add
        </button>
      </div>
      {error !== null && (
        <p id={message} role="alert" className={classes.error}>
          {error}
        </p>
      )}
    </div>
  );
}
