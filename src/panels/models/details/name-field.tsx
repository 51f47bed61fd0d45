import { useEffect, useRef, useState } from 'react';
import controls from '../../shared/controls/controls.module.css';

interface NameFieldProps {
  readonly name: string;
  /** Called with the new name; null where it stays. */
  readonly onDone: (name: string | null) => void;
}

/** Names a model anew: Enter or leaving the field keeps the name, Escape does not. */
export function NameField({ name, onDone }: NameFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(name);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  const finish = () => {
    const next = text.trim();
    onDone(next === '' || next === name ? null : next);
  };

  return (
    <input
      ref={field}
      className={`${controls.input} ${controls.wide}`}
      aria-label="Name of the model"
      maxLength={80}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={finish}
      onKeyDown={({ key }) => {
        if (key === 'Enter') finish();
        if (key === 'Escape') onDone(null);
      }}
    />
  );
}
