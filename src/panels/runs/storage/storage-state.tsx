import { Progress } from '@mantine/core';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { integer } from '../../../run/number-text.ts';
import { archiveStore } from '../../../state/archive/archive-store.ts';
import { measureStorage, storageUse } from '../../../state/storage/storage-use.ts';
import { persistence } from '../../../state/storage/persistence.ts';
import { sizeText } from '../../shared/size-text.ts';
import classes from './storage.module.css';

/** Share of the allowed room from which on a person should make some. */
const NEARLY_FULL = 0.9;

/** What the browser keeps, may keep, and promises. */
export function StorageState() {
  const runs = useStore(archiveStore, (state) => state.runs);
  const isUsable = useStore(archiveStore, ({ error }) => error === null);
  const { used, quota, allowed } = useStore(storageUse);
  const isPersistent = useStore(persistence, (state) => state.isPersistent);
  const bytes = runs.reduce((sum, run) => sum + run.bytes, 0);
  const isNearlyFull = used !== null && allowed !== null && used >= NEARLY_FULL * allowed;
  useEffect(() => {
    void measureStorage();
  }, []);

  return (
    <>
      <h2 id="storage" className={classes.heading}>
        Storage
      </h2>
      {isUsable && used !== null && allowed === null && (
        <>
          <p className={classes.figures}>
            <strong>{sizeText(used)}</strong> used
          </p>
          <p className={classes.text}>
            {quota === null
              ? 'This browser reports no quota.'
              : `The quota that this browser reports, ${sizeText(quota)}, is not the true one, which it keeps to itself.`}{' '}
            If it refuses more, that is said at once, and what is kept already stays.
          </p>
        </>
      )}
      {isUsable && used !== null && allowed !== null && (
        <>
          <p className={classes.figures}>
            <strong>{sizeText(used)}</strong> of {sizeText(allowed)} used
          </p>
          <Progress
            value={Math.max(1, (100 * used) / allowed)}
            size={6}
            radius={3}
            aria-label="Storage used"
            color={isNearlyFull ? 'var(--bad)' : 'var(--accent)'}
          />
          {isNearlyFull && (
            <output className={classes.warning}>
              Nearly full. Export what you want to be sure of, then delete runs, models or pictures
              that are no longer needed. What is kept already stays.
            </output>
          )}
        </>
      )}
      <p className={classes.text}>
        {runs.length > 0 &&
          `${integer(runs.length)} ${runs.length === 1 ? 'run holds' : 'runs hold'} ${sizeText(bytes)}, which the browser may store packed; models and pictures come on top. `}
        Nothing is uploaded, and nothing is dropped to make room: what goes is your choice.
      </p>
      {isPersistent !== null && (
        <p className={classes.text}>
          {isPersistent
            ? 'The browser has promised not to delete this by itself.'
            : 'The browser may delete all of this when the disk is nearly full. Export what you want to be sure of.'}
        </p>
      )}
    </>
  );
}
