import { Button, Progress } from '@mantine/core';
import { useStore } from 'zustand';
import { duration, integer } from '../../../run/number-text.ts';
import { cancelImport, dismissImport } from '../../../state/images/import-images.ts';
import { importStore, isImporting } from '../../../state/images/import-store.ts';
import classes from './add-images.module.css';

/** Faults that are shown at once. */
const FEW = 3;
/** Faults that are listed one by one. */
const MOST_LISTED = 500;

const pictures = (count: number) => `${integer(count)} ${count === 1 ? 'picture' : 'pictures'}`;

/** How far the import is, and what came of it. */
export function ImportView() {
  const state = useStore(importStore);
  if (state.phase === 'idle') return null;
  return (
    <div className={classes.report}>
      {isImporting(state) ? <Going /> : <Ended />}
      <Faults />
      {state.storage !== null && (
        <p role="alert" className={classes.storage}>
          {state.storage.message} What is not kept stays until you leave this page.
        </p>
      )}
      {!isImporting(state) && (
        <div className={classes.actions}>
          <button type="button" className={classes.link} onClick={dismissImport}>
            Dismiss
          </button>
        </div>
      )}
    </div>
  );
}

function Going() {
  const { phase, set, done, total, secondsLeft } = useStore(importStore);
  const share = total === 0 ? 0 : done / total;
  return (
    <>
      <div className={classes.top}>
        <output className={classes.phase}>
          {phase === 'listing' ? 'Listing the files' : `Reading ${set}`}
        </output>
        {total > 0 && (
          <span>
            {integer(done)} of {integer(total)}
          </span>
        )}
      </div>
      <Progress
        value={100 * share}
        size={6}
        radius={3}
        aria-label="Pictures read"
        color="var(--accent)"
      />
      <p className={classes.detail}>
        {secondsLeft !== null && `About ${duration(secondsLeft)} left. `}
        Each picture is decoded once, so that a bad one is met now.
      </p>
      <div className={classes.actions}>
        <Button variant="default" size="xs" onClick={cancelImport}>
          Cancel
        </Button>
      </div>
    </>
  );
}

function Ended() {
  const { phase, added, passedOver } = useStore(importStore);
  const kept = added.map(({ name, images }) => `${name}: ${pictures(images)}`).join(', ');
  return (
    <div>
      <output className={classes.phase}>
        {phase === 'cancelled' && 'Cancelled. '}
        {kept === '' ? 'Nothing was added.' : `Added ${kept}.`}
      </output>
      {passedOver > 0 && (
        <p className={classes.detail}>
          {integer(passedOver)} {passedOver === 1 ? 'file is' : 'files are'} no picture and{' '}
          {passedOver === 1 ? 'was' : 'were'} passed over.
        </p>
      )}
    </div>
  );
}

function Faults() {
  const faults = useStore(importStore, (state) => state.faults);
  if (faults.length === 0) return null;
  // A long list scrolls, and the keyboard has to come to it.
  const reachable = faults.length > FEW ? { tabIndex: 0 } : {};
  const beyond = faults.length - MOST_LISTED;
  return (
    <details className={classes.faults} open={faults.length <= FEW}>
      <summary>
        {integer(faults.length)} {faults.length === 1 ? 'file was' : 'files were'} left out
      </summary>
      <ul className={classes.faultList} aria-label="Files that were left out" {...reachable}>
        {faults.slice(0, MOST_LISTED).map(({ name, reason }) => (
          <li key={name}>
            <strong>{name}</strong>: {reason}.
          </li>
        ))}
        {beyond > 0 && <li>and {integer(beyond)} more.</li>}
      </ul>
    </details>
  );
}
