import { Button } from '@mantine/core';
import { useRef } from 'react';
import { chosenFiles } from '../../state/images/found-file.ts';
import { openDropped } from '../../state/open-file/open-dropped.ts';
import classes from './open-button.module.css';

/** Chooses files from the disk; the way to open them without a mouse. */
export function OpenButton() {
  const input = useRef<HTMLInputElement>(null);

  return (
    <>
      <Button
        variant="default"
        className={classes.button}
        aria-label="Open a file"
        aria-keyshortcuts="o"
        title="Open a model, pictures, an experiment or a result (o)"
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
        multiple
        accept=".json,.pxruns,.bin,.onnx,.safetensors,.zip,.csv,.txt,image/*"
        aria-label="File to open"
        hidden
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])];
          // So that the same file can be chosen again once it has been mended.
          currentTarget.value = '';
          if (files.length > 0) void openDropped(chosenFiles(files));
        }}
      />
    </>
  );
}
