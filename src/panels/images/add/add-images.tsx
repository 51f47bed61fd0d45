import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { chosenFiles } from '../../../state/images/found-file.ts';
import { importStore, isImporting } from '../../../state/images/import-store.ts';
import { canvasStore } from '../../../state/images/canvas-store.ts';
import { addPictures } from '../../../state/open-file/open-dropped.ts';
import classes from './add-images.module.css';
import { ImportView } from './import-view.tsx';
import { SinglePictures } from './single-pictures.tsx';

const accepted = '.png,.jpg,.jpeg,.jpe,.jfif,.webp,.avif,.gif,.bmp,.zip,.csv';

/** The ways in which pictures come into the lab. */
export function AddImages() {
  const folder = useRef<HTMLInputElement>(null);
  const files = useRef<HTMLInputElement>(null);
  const isBusy = useStore(importStore, isImporting);

  useEffect(() => {
    // React does not know the attribute; every browser does.
    folder.current?.setAttribute('webkitdirectory', '');
  }, []);

  const choose = (input: HTMLInputElement) => {
    const { files: chosen } = input;
    if (chosen !== null && chosen.length > 0) void addPictures(chosenFiles(Array.from(chosen)));
    // So that the same files can be chosen again.
    input.value = '';
  };

  return (
    <>
      <h2 id="add-images" className={classes.heading}>
        Add pictures
      </h2>
      <div className={classes.drop}>
        <p className={classes.invite}>Drop a folder, a zip or pictures here</p>
        <p className={classes.formats}>
          The folder of a picture names its class; so does a CSV with the columns file and class
          that is dropped with the pictures. PNG, JPEG, WebP, AVIF, GIF, BMP.
        </p>
        <div className={classes.buttons}>
          <Button variant="default" disabled={isBusy} onClick={() => folder.current?.click()}>
            Choose a folder
          </Button>
          <Button variant="default" disabled={isBusy} onClick={() => files.current?.click()}>
            Choose files
          </Button>
        </div>
        <input
          ref={folder}
          type="file"
          aria-label="Folder of pictures"
          hidden
          multiple
          onChange={({ currentTarget }) => choose(currentTarget)}
        />
        <input
          ref={files}
          type="file"
          aria-label="Pictures, zips or tables"
          hidden
          multiple
          accept={accepted}
          onChange={({ currentTarget }) => choose(currentTarget)}
        />
      </div>
      <SinglePictures />
      <CanvasWarning />
      <ImportView />
    </>
  );
}

/** Said before any picture is refused for it. */
function CanvasWarning() {
  const isFaithful = useStore(canvasStore, (state) => state.isFaithful);
  if (isFaithful !== false) return null;
  return (
    <output className={classes.warning}>
      This browser alters what a page reads from a canvas, as a protection against fingerprinting.
      PNG and JPEG are not affected: the lab decodes them itself. WebP, AVIF, GIF and BMP are
      refused, and stills of the camera carry the browser’s noise. Save pictures as PNG, or allow
      this page to read canvases and reload it.
    </output>
  );
}
