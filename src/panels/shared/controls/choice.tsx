import { Chip } from './chip.tsx';
import classes from './controls.module.css';

interface ChoiceProps<T> {
  /** Of the group, for who hears the page. */
  readonly label: string;
  /** Of the group, in the page. */
  readonly name: string;
  readonly options: readonly { readonly value: T; readonly title: string }[];
  readonly isChosen: (value: T) => boolean;
  readonly onChoose: (value: T) => void;
}

/** One of a few, in a row. */
export function Choice<T>({ label, name, options, isChosen, onChoose }: ChoiceProps<T>) {
  return (
    <fieldset className={classes.chips} role="radiogroup" aria-label={label}>
      {options.map(({ value, title }) => (
        <Chip
          key={title}
          type="radio"
          name={name}
          checked={isChosen(value)}
          onChange={() => onChoose(value)}
        >
          {title}
        </Chip>
      ))}
    </fieldset>
  );
}
