import { Button } from '@mantine/core';
import { useRef } from 'react';
import { openFile } from '../../state/open-file/open-file.ts';
import classes from './open-button.module.css';

/** Chooses an experiment or a result from the disk; the way to open one without a mouse. */
export function OpenButton() {
  const input = useRef<HTMLInputElement>(null);

  return (
    <>
      <Button
        variant="default"
        className={classes.button}
        aria-label="Open a file"
        aria-keyshortcuts="o"
        title="Open an experiment or a result (o)"
        onClick={() => input.current?.click()}
      >
        <svg
          width="16"
          height="16"
          viewBox="0 0 16 16"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
          strokeLinejoin="round"
          aria-hidden="true"
        >
          <path d="M1.75 13V3.25h4l1.5 1.75h6v2" />
          <path d="M1.75 13l2-6h11l-2 6z" />
        </svg>
        <span className={classes.word}>Open…</span>
      </Button>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        aria-label="File to open"
        hidden
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          // So that the same file can be chosen again once it has been mended.
          currentTarget.value = '';
          if (file !== undefined) void openFile(file);
        }}
      />
    </>
  );
}
