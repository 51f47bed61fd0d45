import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { integer } from '../../../run/number-text.ts';
import { imageSets } from '../../../state/images/image-sets.ts';
import { imagesView, ROADSIDE, showImageSet } from '../../../state/images/images-view.ts';
import { importStore } from '../../../state/images/import-store.ts';
import { measureStorage, storageUse } from '../../../state/storage/storage-use.ts';
import { sizeText } from '../../shared/size-text.ts';
import classes from './set-list.module.css';
import { SetRow } from './set-row.tsx';

/** All sets of pictures: Roadside, which is always there, and a person's own. */
export function SetList() {
  const sets = useStore(imageSets, (state) => state.sets);
  const error = useStore(imageSets, (state) => state.error);
  const shown = useStore(imagesView, (state) => state.set);
  const heading = useRef<HTMLHeadingElement>(null);
  const isRoadside = shown === ROADSIDE || !sets.some(({ name }) => name === shown);

  return (
    <>
      <h2 id="image-sets" ref={heading} tabIndex={-1} className={classes.heading}>
        Image sets
      </h2>
      <ul className={classes.list}>
        <li className={classes.row} data-shown={isRoadside}>
          <button
            type="button"
            className={classes.choose}
            aria-pressed={isRoadside}
            onClick={() => showImageSet(ROADSIDE)}
          >
            <span className={classes.name}>Roadside</span>
            <span className={classes.facts}>Road signs drawn here, 12 classes</span>
          </button>
        </li>
        {sets.map((set) => (
          <SetRow
            key={set.name}
            set={set}
            isShown={set.name === shown}
            onDeleted={() => heading.current?.focus()}
          />
        ))}
      </ul>
      {error !== null && (
        <p role="alert" className={classes.error}>
          {error.message}
        </p>
      )}
      <StorageLine />
    </>
  );
}

/** How much the browser keeps, and may keep. */
function StorageLine() {
  const { used, allowed } = useStore(storageUse);
  const sets = useStore(imageSets, (state) => state.sets);
  useEffect(() => {
    void measureStorage();
    // Both what is kept and what is being added change it.
    const stops = [
      imageSets.subscribe(() => void measureStorage()),
      importStore.subscribe(({ phase }, before) => {
        if (phase !== before.phase) void measureStorage();
      }),
    ];
    return () => stops.forEach((stop) => stop());
  }, []);
  const own = sets.reduce((sum, { images }) => sum + images.length, 0);

  return (
    <p className={classes.storage}>
      {own === 0
        ? 'Your pictures stay in this browser; nothing is uploaded.'
        : `${integer(own)} ${own === 1 ? 'picture' : 'pictures'} of your own, kept in this browser until you delete them; nothing is uploaded.`}
      {used !== null && (
        <>
          {' '}
          This page keeps {sizeText(used)}
          {allowed !== null && ` of the ${sizeText(allowed)} that the browser allows`}.
        </>
      )}
    </p>
  );
}
