import { useRef } from 'react';
import { useStore } from 'zustand';
import { Button } from '@mantine/core';
import { modelsView } from '../../../state/models/models-view-store.ts';
import { openModelFiles } from '../../../state/models/open-model.ts';
import { Catalogue } from './catalogue.tsx';
import classes from './open-model.module.css';
import { OpeningState } from './opening-state.tsx';
import { UrlForm } from './url-form.tsx';

/** The ways to bring a model in. */
export function OpenModel() {
  const input = useRef<HTMLInputElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const isCatalogue = useStore(modelsView, (state) => state.hasCatalogue);
  const isReading = useStore(modelsView, ({ opening }) => opening.phase === 'reading');

  return (
    <div className={classes.open}>
      <h2 id="open-model" ref={heading} tabIndex={-1} className={classes.heading}>
        Open a model
      </h2>
      <div className={classes.drop}>
        <p>
          Drop its files anywhere on this page: a <b>model.json</b> with its weight files,{' '}
          <b>.onnx</b>, <b>.safetensors</b>, or a zip of them.
        </p>
        <Button variant="default" disabled={isReading} onClick={() => input.current?.click()}>
          Choose files…
        </Button>
        <input
          ref={input}
          type="file"
          multiple
          accept=".json,.bin,.onnx,.safetensors,.zip,.txt,.csv"
          aria-label="Files of a model"
          hidden
          onChange={({ currentTarget }) => {
            const files = [...(currentTarget.files ?? [])];
            // So that the same files can be chosen again once they have been mended.
            currentTarget.value = '';
            if (files.length === 0) return;
            void openModelFiles(files.map((blob) => ({ name: blob.name, blob })));
          }}
        />
      </div>
      <UrlForm isReading={isReading} />
      <OpeningState onGone={() => heading.current?.focus()} />
      <div>
        <button
          type="button"
          className={classes.link}
          aria-expanded={isCatalogue}
          onClick={() => modelsView.setState({ hasCatalogue: !isCatalogue })}
        >
          {isCatalogue ? 'Hide the catalogue' : 'Choose from a catalogue of public models'}
        </button>
      </div>
      {isCatalogue && <Catalogue isReading={isReading} />}
      <p className={classes.hint}>
        Everything is read on this computer; nothing is uploaded. Models of up to 1,000&nbsp;MB are
        opened and kept in this browser until you delete them.
      </p>
    </div>
  );
}
