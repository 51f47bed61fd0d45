import { Button } from '@mantine/core';
import { useId, useState } from 'react';
import { openModelUrl } from '../../../state/models/open-model.ts';
import controls from '../../shared/controls/controls.module.css';

/** Opens a model from an address. */
export function UrlForm({ isReading }: { readonly isReading: boolean }) {
  const id = useId();
  const [text, setText] = useState('');

  return (
    <form
      className={controls.field}
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') void openModelUrl(text);
      }}
    >
      <label htmlFor={id} className={controls.label}>
        Or from an address
      </label>
      <div className={controls.row}>
        <input
          id={id}
          type="text"
          inputMode="url"
          className={`${controls.input} ${controls.wide}`}
          placeholder="https://…/model.json"
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" disabled={isReading}>
          Open
        </Button>
      </div>
    </form>
  );
}
