import classes from './controls.module.css';
import { Option } from './option.tsx';

interface OptionListProps<T> {
  /** Of the group, for who hears the page. */
  readonly label: string;
  /** Of the group, in the page. */
  readonly name: string;
  readonly options: readonly {
    readonly value: T;
    readonly title: string;
    readonly detail: string;
  }[];
  readonly chosen: T;
  readonly onChoose: (value: T) => void;
}

/** One of a few, each with what it means. */
export function OptionList<T>({ label, name, options, chosen, onChoose }: OptionListProps<T>) {
  return (
    <fieldset className={classes.options} role="radiogroup" aria-label={label}>
      {options.map(({ value, title, detail }) => (
        <Option
          key={title}
          type="radio"
          name={name}
          checked={value === chosen}
          onChange={() => onChoose(value)}
          title={title}
          detail={detail}
        />
      ))}
    </fieldset>
  );
}
