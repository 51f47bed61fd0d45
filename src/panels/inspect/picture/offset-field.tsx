import { useStore } from 'zustand';
import { toolStore } from '../../../state/inspect/tool-store.ts';
import classes from './tool-bar.module.css';

const channels = ['R', 'G', 'B'] as const;

/** How far each channel is moved. */
export function OffsetField() {
  const offset = useStore(toolStore, (state) => state.offset);
  const set = (channel: number, value: number) => {
    const next = offset.with(channel, Math.max(-255, Math.min(255, Math.round(value))));
    const [red = 0, green = 0, blue = 0] = next;
    toolStore.setState({ offset: [red, green, blue] });
  };
  return (
    <div className={classes.offsets}>
      {channels.map((name, channel) => (
        <label key={name} className={classes.offset}>
          {name}
          <input
            type="number"
            min={-255}
            max={255}
            step={5}
            value={offset[channel] ?? 0}
            aria-label={`Added to ${name}`}
            onChange={({ currentTarget }) => set(channel, currentTarget.valueAsNumber || 0)}
          />
        </label>
      ))}
    </div>
  );
}
