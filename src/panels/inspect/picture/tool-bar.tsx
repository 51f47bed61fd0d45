import { Button, SegmentedControl } from '@mantine/core';
import { useStore } from 'zustand';
import { noEdits } from '../../../state/inspect/edits.ts';
import { inspectStore, pushEdits, redo, undo } from '../../../state/inspect/inspect-store.ts';
import { toolStore, type Tool } from '../../../state/inspect/tool-store.ts';
import { ColourField } from './colour-field.tsx';
import { OffsetField } from './offset-field.tsx';
import classes from './tool-bar.module.css';

const tools: { value: Tool; label: string }[] = [
  { value: 'replace', label: 'Paint' },
  { value: 'offset', label: 'Offset' },
  { value: 'pick', label: 'Pick' },
  { value: 'restore', label: 'Restore' },
];

const hints: Readonly<Record<Tool, string>> = {
  replace: 'Replaces a pixel with this colour',
  offset: 'Adds to each channel of a pixel',
  pick: 'Takes the colour of the pixel that you click',
  restore: 'Gives a pixel its own colour back',
};

/** What a click does, and the way back. */
export function ToolBar() {
  const tool = useStore(toolStore, (state) => state.tool);
  const canUndo = useStore(inspectStore, ({ past }) => past.length > 0);
  const canRedo = useStore(inspectStore, ({ future }) => future.length > 0);
  const isChanged = useStore(inspectStore, ({ edits }) => edits.changes.length > 0);

  return (
    <div className={classes.bar}>
      <SegmentedControl
        size="sm"
        aria-label="What a click on a pixel does"
        data={tools}
        value={tool}
        onChange={(next) => toolStore.setState({ tool: next })}
      />
      <div className={classes.option} title={hints[tool]}>
        {tool === 'replace' && <ColourField />}
        {tool === 'offset' && <OffsetField />}
        {(tool === 'pick' || tool === 'restore') && <p className={classes.hint}>{hints[tool]}</p>}
      </div>
      <div className={classes.history}>
        <Button variant="default" size="xs" disabled={!canUndo} onClick={undo}>
          Undo
        </Button>
        <Button variant="default" size="xs" disabled={!canRedo} onClick={redo}>
          Redo
        </Button>
        <Button
          variant="default"
          size="xs"
          disabled={!isChanged}
          onClick={() => pushEdits(noEdits)}
        >
          Reset
        </Button>
      </div>
    </div>
  );
}
