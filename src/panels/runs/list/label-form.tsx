import { Button } from '@mantine/core';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { ArchivedRun } from '../../../state/archive/archived-run.ts';
import { LONGEST_NAME, relabelRun, tagsOf } from '../../../state/archive/edit-runs.ts';
import classes from './run-row.module.css';

interface LabelFormProps {
  readonly run: ArchivedRun;
  readonly onDone: () => void;
}

/** Gives a run another name and other tags; Escape leaves it as it is. */
export function LabelForm({ run, onDone }: LabelFormProps) {
  const [name, setName] = useState(run.name);
  const [tags, setTags] = useState(run.tags.join(', '));
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.select(), []);
  const leave = ({ key }: KeyboardEvent) => {
    if (key === 'Escape') onDone();
  };

  return (
    <form
      className={classes.form}
      aria-label={`Rename or tag ${run.name}`}
      onSubmit={(event) => {
        event.preventDefault();
        void relabelRun(run.id, name, tagsOf(tags)).then(onDone);
      }}
    >
      <label className={classes.field}>
        Name
        <input
          ref={first}
          className={classes.input}
          value={name}
          maxLength={LONGEST_NAME}
          onKeyDown={leave}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
      </label>
      <label className={classes.field}>
        Tags, with commas between
        <input
          className={classes.input}
          value={tags}
          placeholder="baseline, paper"
          onKeyDown={leave}
          onChange={({ currentTarget }) => setTags(currentTarget.value)}
        />
      </label>
      <div className={classes.formButtons}>
        <Button type="submit" size="compact-sm">
          Save
        </Button>
        <Button variant="default" size="compact-sm" onClick={onDone}>
          Leave as it is
        </Button>
      </div>
    </form>
  );
}
