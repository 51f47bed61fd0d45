import { Button } from '@mantine/core';
import { useEffect, useId, useState } from 'react';
import { useStore } from 'zustand';
import { experimentStore } from '../../../state/experiment/experiment-store.ts';
import { chosenFiles } from '../../../state/images/found-file.ts';
import { showImageSet } from '../../../state/images/images-view.ts';
import { importImages } from '../../../state/images/import-images.ts';
import { importStore, isImporting } from '../../../state/images/import-store.ts';
import { classesOfModels } from '../../../state/images/open-images.ts';
import controls from '../../shared/controls/controls.module.css';
import classes from './add-images.module.css';
import { CameraDialog } from './camera-dialog.tsx';

/** Suggestions that a browser's list is still quick with. */
const MOST_SUGGESTIONS = 1000;

const pasted = 'Pasted pictures';
const stills = 'Camera stills';

async function add(files: readonly File[], into: string, looseClass: string): Promise<void> {
  if (isImporting(importStore.getState())) return;
  await importImages(chosenFiles(files), { looseClass, into });
  if (importStore.getState().added.length > 0) showImageSet(into);
}

function picturesIn(data: DataTransfer | null): File[] {
  return Array.from(data?.files ?? []).filter(({ type }) => type.startsWith('image/'));
}

/** Reads the clipboard where the browser lets a page do so. */
async function readClipboard(): Promise<File[]> {
  const items = await navigator.clipboard.read();
  const files = items.map(async (item) => {
    const type = item.types.find((each) => each.startsWith('image/'));
    if (type === undefined) return [];
    return [new File([await item.getType(type)], `pasted.${type.slice(6)}`)];
  });
  return (await Promise.all(files)).flat();
}

/** Pictures that come one at a time, with the class that is chosen for them. */
export function SinglePictures() {
  const { models } = useStore(experimentStore, (state) => state.spec);
  const isBusy = useStore(importStore, isImporting);
  const [className, setClassName] = useState('');
  const [hasCamera, setCamera] = useState(false);
  const [message, setMessage] = useState('');
  const id = useId();
  const looseClass = className.trim();

  useEffect(() => {
    const listen = (event: ClipboardEvent) => {
      const files = picturesIn(event.clipboardData);
      if (files.length === 0) return;
      event.preventDefault();
      void add(files, pasted, looseClass);
    };
    document.addEventListener('paste', listen);
    return () => document.removeEventListener('paste', listen);
  }, [looseClass]);

  const paste = async () => {
    setMessage('');
    try {
      const files = await readClipboard();
      if (files.length === 0) setMessage('There is no picture in the clipboard.');
      else await add(files, pasted, looseClass);
    } catch {
      setMessage('The browser does not give the clipboard to a button: press Ctrl+V or ⌘V here.');
    }
  };

  return (
    <div className={classes.single}>
      <div className={classes.row}>
        <div className={classes.field}>
          <label htmlFor={id} className={controls.label}>
            Class of what you paste or photograph
          </label>
          <input
            id={id}
            className={controls.input}
            list={`${id}-classes`}
            autoComplete="off"
            maxLength={200}
            placeholder="none"
            value={className}
            onChange={({ currentTarget }) => setClassName(currentTarget.value)}
          />
          <datalist id={`${id}-classes`}>
            {classesOfModels(models)
              .names.slice(0, MOST_SUGGESTIONS)
              .map((name) => (
                <option key={name}>{name}</option>
              ))}
          </datalist>
        </div>
        <Button variant="default" disabled={isBusy} onClick={() => void paste()}>
          Paste
        </Button>
        <Button variant="default" disabled={isBusy} onClick={() => setCamera(true)}>
          Camera
        </Button>
      </div>
      <output className={controls.hint} hidden={message === ''}>
        {message}
      </output>
      {hasCamera && (
        <CameraDialog
          className={looseClass}
          onStill={(file) => void add([file], stills, looseClass)}
          onClose={() => setCamera(false)}
        />
      )}
    </div>
  );
}
