import { Button } from '@mantine/core';
import { useState } from 'react';
import { useStore } from 'zustand';
import { pixelsOf } from '../../../run/number-text.ts';
import { inspectLink } from '../../../state/inspect/follow-address.ts';
import { MOST_LINKED } from '../../../state/inspect/inspect-address.ts';
import { inspectStore } from '../../../state/inspect/inspect-store.ts';
import { changesAsJson } from '../../../state/inspect/painting.ts';
import { toolStore } from '../../../state/inspect/tool-store.ts';
import classes from './changes-part.module.css';
import { ChangesTable } from '../../shared/pictures/changes-table.tsx';

/** Rows that are listed; the copy as JSON has all. */
const MOST_ROWS = 256;

/** The exact list of changes, to read and to take along. */
export function ChangesPart() {
  const edits = useStore(inspectStore, (state) => state.edits);
  const image = useStore(inspectStore, (state) => state.image);
  const [said, setSaid] = useState<{ about: typeof edits; text: string } | null>(null);
  const { changes, draw } = edits;
  const isLinkable = image !== null && (draw !== null || changes.length <= MOST_LINKED);

  const copy = async (text: string | null, what: string) => {
    let done = `The ${what} could not be copied: this page may not write to the clipboard.`;
    try {
      if (text !== null) {
        await navigator.clipboard.writeText(text);
        done = `Copied the ${what}`;
      }
    } catch {
      // Said below.
    }
    setSaid({ about: edits, text: done });
  };

  return (
    <div className={classes.part}>
      <div className={classes.head}>
        <p className={classes.title}>
          {changes.length === 0 ? 'Nothing changed' : `${pixelsOf(changes.length)} changed`}
        </p>
        <output className={classes.said}>{said?.about === edits ? said.text : ''}</output>
        <Button
          variant="default"
          size="xs"
          disabled={!isLinkable}
          {...(!isLinkable && { title: `A link holds up to ${MOST_LINKED} painted pixels` })}
          onClick={() => void copy(inspectLink(), 'link')}
        >
          Copy link
        </Button>
        <Button
          variant="default"
          size="xs"
          onClick={() => void copy(changesAsJson(), 'list as JSON')}
        >
          Copy as JSON
        </Button>
      </div>
      {changes.length > 0 && (
        <ChangesTable
          changes={changes.slice(0, MOST_ROWS)}
          onChoose={({ row, column }) => toolStore.setState({ cursor: { row, column } })}
        />
      )}
      {changes.length > MOST_ROWS && (
        <p className={classes.note}>The first {MOST_ROWS} are listed; the copy as JSON has all.</p>
      )}
    </div>
  );
}
