import { useState } from 'react';
import { useStore } from 'zustand';
import { integer } from '../../../run/number-text.ts';
import { deleteImageSet } from '../../../state/images/image-sets.ts';
import { showImageSet } from '../../../state/images/images-view.ts';
import { importStore, isImporting } from '../../../state/images/import-store.ts';
import type { KeptImageSet } from '../../../state/images/kept-set.ts';
import { isForThisVisit } from '../../../state/images/visit-files.ts';
import { forgetThumbnails } from '../../../state/images/viewer.ts';
import { isUnderWay, runStore } from '../../../state/run/run-store.ts';
import { sizeText } from '../../shared/size-text.ts';
import classes from './set-list.module.css';

interface SetRowProps {
  readonly set: KeptImageSet;
  readonly isShown: boolean;
  readonly onDeleted: () => void;
}

/** The question takes the place of the button that had the focus. */
function focusOn(button: HTMLButtonElement | null): void {
  button?.focus();
}

/** One set of a person's own; its pictures cannot be brought back, so deleting asks once more. */
export function SetRow({ set, isShown, onDeleted }: SetRowProps) {
  const { name } = set;
  const [isAsking, setAsking] = useState(false);
  const isBusy = useStore(importStore, (state) => isImporting(state) && state.set === name);
  const isRun = useStore(
    runStore,
    ({ phase, spec }) =>
      isUnderWay(phase) && spec?.images.source !== 'roadside' && spec?.images.path === name,
  );

  const remove = () => {
    forgetThumbnails(name);
    void deleteImageSet(name).then(onDeleted);
  };

  if (isAsking) {
    return (
      <li className={classes.row}>
        <fieldset className={classes.confirm} aria-label={`Delete ${name}`}>
          <span>Delete {name} from this browser? Your own files stay where they are.</span>
          <button type="button" className={classes.delete} ref={focusOn} onClick={remove}>
            Delete
          </button>
          <button type="button" className={classes.delete} onClick={() => setAsking(false)}>
            Keep
          </button>
        </fieldset>
      </li>
    );
  }
  return (
    <li className={classes.row} data-shown={isShown}>
      <button
        type="button"
        className={classes.choose}
        aria-pressed={isShown}
        onClick={() => showImageSet(name)}
      >
        <span className={classes.name}>{name}</span>
        <span className={classes.facts}>{factsText(set)}</span>
      </button>
      <button
        type="button"
        className={classes.delete}
        aria-label={`Delete ${name}…`}
        disabled={isBusy || isRun}
        title={isRun ? 'A run is using it' : undefined}
        onClick={() => setAsking(true)}
      >
        Delete
      </button>
    </li>
  );
}

function factsText({ name, images }: KeptImageSet): string {
  const named = new Set(images.flatMap(({ className }) => className || []));
  const bytes = images.reduce((sum, image) => sum + image.bytes, 0);
  return [
    `${integer(images.length)} ${images.length === 1 ? 'picture' : 'pictures'}`,
    named.size === 0 ? 'no classes' : `${named.size} ${named.size === 1 ? 'class' : 'classes'}`,
    sizeText(bytes),
    ...(isForThisVisit(name) ? ['until you leave this page'] : []),
  ].join(' · ');
}
