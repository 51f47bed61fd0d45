import { useState } from 'react';
import { parseWhole } from '../../../state/experiment/whole-number.ts';
import classes from './image-bar.module.css';

interface PositionFieldProps {
  readonly position: number;
  readonly last: number;
  readonly onGo: (position: number) => void;
}

/** The number of an image; Enter opens it. */
export function PositionField({ position, last, onGo }: PositionFieldProps) {
  const [text, setText] = useState(String(position));
  const wanted = parseWhole(text, { min: 0, max: last });
  const go = () => {
    if (wanted !== null && wanted !== position) onGo(wanted);
  };
  return (
    <form
      className={classes.position}
      onSubmit={(event) => {
        event.preventDefault();
        go();
      }}
    >
      <input
        className={classes.number}
        inputMode="numeric"
        autoComplete="off"
        aria-label={`Number of the image, 0 to ${last}`}
        aria-invalid={wanted === null}
        maxLength={8}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        onBlur={go}
      />
    </form>
  );
}
