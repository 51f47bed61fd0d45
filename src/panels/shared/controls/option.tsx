import { useId } from 'react';
import classes from './controls.module.css';

interface OptionProps {
  readonly type: 'checkbox' | 'radio';
  /** Of the group, for radio buttons. */
  readonly name: string;
  readonly checked: boolean;
  readonly onChange: () => void;
  readonly title: React.ReactNode;
  /** At the end of the first line. */
  readonly aside?: string;
  readonly detail?: string;
}

/** A choice in a list, with what it means. */
export function Option({ type, name, checked, onChange, title, aside, detail }: OptionProps) {
  const id = useId();
  return (
    <label className={classes.option}>
      <input
        type={type}
        name={name}
        checked={checked}
        onChange={onChange}
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-aside ${id}-detail`}
      />
      <span>
        <span className={classes.title}>
          <span id={`${id}-title`} className={classes.title}>
            {title}
          </span>
          <span id={`${id}-aside`} className={classes.aside}>
            {aside}
          </span>
        </span>
        <span id={`${id}-detail`} className={classes.detail}>
          {detail}
        </span>
      </span>
    </label>
  );
}
