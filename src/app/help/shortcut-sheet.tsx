import { useStore } from 'zustand';
import { shortcutStore } from '../../state/navigation/shortcut-store.ts';
import { panels } from '../frame/panel-table.tsx';
import classes from './shortcut-sheet.module.css';

interface Shortcut {
  readonly keys: readonly string[];
  readonly does: string;
}

const single: readonly Shortcut[] = [
  { keys: ['r'], does: 'Run; while running, pause; then go on' },
  { keys: ['o'], does: 'Open an experiment or a result' },
  { keys: ['[', ']'], does: 'In Inspect: the image before or after' },
  { keys: ['?'], does: 'This help' },
];

const always: readonly Shortcut[] = [
  { keys: ['←', '→'], does: 'On the curve: the next count' },
  { keys: ['Home', 'End'], does: 'On the curve: the first or last count' },
  { keys: ['←', '→', '↑', '↓'], does: 'In pictures, maps and tables: the next pixel or figure' },
  { keys: ['Space'], does: 'In Inspect: change the pixel under the cursor' },
  { keys: ['Ctrl Z', 'Ctrl Y'], does: 'In Inspect: undo, redo' },
  { keys: ['Esc'], does: 'Close what has opened over the page' },
];

/** Which keys do what; those of one letter can be turned off. */
export function ShortcutSheet() {
  const isOn = useStore(shortcutStore, (state) => state.isOn);
  const turn = useStore(shortcutStore, (state) => state.turn);
  const places = panels.length < 2 ? [] : panels;

  return (
    <>
      <dl className={classes.sheet}>
        {single.map((shortcut) => (
          <Row key={shortcut.does} {...shortcut} isOff={!isOn} />
        ))}
        {places.map(({ name }, index) => (
          <Row key={name} keys={[String(index + 1)]} does={`Go to ${name}`} isOff={!isOn} />
        ))}
        {always.map((shortcut) => (
          <Row key={shortcut.does} {...shortcut} isOff={false} />
        ))}
      </dl>
      <label className={classes.choice}>
        <input
          type="checkbox"
          checked={isOn}
          onChange={(event) => turn(event.currentTarget.checked)}
        />
        <span>
          Listen to single letters and digits
          <span className={classes.note}>Never while something is typed.</span>
        </span>
      </label>
    </>
  );
}

function Row({ keys, does, isOff }: Shortcut & { readonly isOff: boolean }) {
  return (
    <div className={classes.row} data-off={isOff}>
      <dt>
        {keys.map((key) => (
          <kbd key={key}>{key}</kbd>
        ))}
      </dt>
      <dd>{does}</dd>
    </div>
  );
}
