import classes from './controls.module.css';

interface ChipProps {
  readonly type: 'checkbox' | 'radio';
  /** Of the group, for radio buttons. */
  readonly name: string;
  readonly checked: boolean;
  readonly onChange: () => void;
  readonly children: React.ReactNode;
}

/** A small choice among others of its row. */
export function Chip({ type, name, checked, onChange, children }: ChipProps) {
  return (
    <label className={classes.chip}>
      <input type={type} name={name} checked={checked} onChange={onChange} />
      {children}
    </label>
  );
}
