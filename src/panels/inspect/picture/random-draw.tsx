import { Button } from '@mantine/core';
import { useStore } from 'zustand';
import type { PixelChangeRequest } from '../../../protocol/pixel-change-request.ts';
import type { SpecPixelValue } from '../../../protocol/spec.ts';
import { formatPixelValue } from '../../../run/pixel-values.ts';
import { inspectStore } from '../../../state/inspect/inspect-store.ts';
import { applyDraw } from '../../../state/inspect/painting.ts';
import { toolStore } from '../../../state/inspect/tool-store.ts';
import { StopSlider } from '../../shared/controls/stop-slider.tsx';
import classes from './random-draw.module.css';
import { WholeField } from './whole-field.tsx';

const stops = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024];
const offsets = [10, 40, 70, 100, 127];
const regions = [1, 0.75, 0.5, 0.25];

const values: readonly SpecPixelValue[] = ['replace', ...offsets.map((offset) => ({ offset }))];

function valueName(value: SpecPixelValue): string {
  return value === 'replace' ? 'Random values' : `Up to ±${value.offset}`;
}

function regionName(region: number): string {
  return region === 1 ? 'Whole image' : `Central ${Number((region * 100).toFixed(1))}\u00a0%`;
}

/** Random pixels from a seed: the draw that a sweep with these numbers makes of this image. */
export function RandomDraw() {
  const draw = useStore(toolStore, (state) => state.draw);
  const isShown = useStore(inspectStore, ({ edits }) => edits.draw !== null);
  const picture = useStore(inspectStore, (state) => state.picture);
  const { width = 64, height = 64 } = picture ?? {};
  const most = Math.max(1, Math.round(height * draw.region) * Math.round(width * draw.region));
  const set = (part: Partial<PixelChangeRequest>) => {
    const next = { ...draw, ...part };
    const room = Math.round(height * next.region) * Math.round(width * next.region);
    applyDraw({ ...next, count: Math.min(next.count, room) });
  };
  const listed = (list: readonly SpecPixelValue[]) =>
    list.some((each) => formatPixelValue(each) === formatPixelValue(draw.value))
      ? list
      : [...list, draw.value];

  return (
    <fieldset className={classes.draw} aria-label="Random pixels">
      <div className={classes.head}>
        <p className={classes.title}>Random pixels</p>
        <Button
          variant={isShown ? 'default' : 'filled'}
          size="xs"
          onClick={() => set(isShown ? { draw: draw.draw + 1 } : {})}
        >
          {isShown ? 'Another draw' : `Change ${draw.count} at random`}
        </Button>
      </div>
      <div className={classes.fields}>
        <div className={classes.count}>
          <WholeField
            label="Pixels"
            value={draw.count}
            min={1}
            max={most}
            onValue={(count) => set({ count })}
          />
          <StopSlider
            label="Pixels on a scale"
            stops={stops.filter((stop) => stop <= most)}
            value={draw.count}
            onValue={(count) => set({ count })}
          />
        </div>
        <label className={classes.field}>
          Values
          <select
            value={formatPixelValue(draw.value)}
            onChange={({ currentTarget }) => {
              const value = listed(values).find(
                (each) => formatPixelValue(each) === currentTarget.value,
              );
              if (value !== undefined) set({ value });
            }}
          >
            {listed(values).map((value) => (
              <option key={formatPixelValue(value)} value={formatPixelValue(value)}>
                {valueName(value)}
              </option>
            ))}
          </select>
        </label>
        <label className={classes.field}>
          Where
          <select
            value={draw.region}
            onChange={({ currentTarget }) => set({ region: Number(currentTarget.value) })}
          >
            {[...new Set([...regions, draw.region])].map((region) => (
              <option key={region} value={region}>
                {regionName(region)}
              </option>
            ))}
          </select>
        </label>
        <WholeField
          label="Seed"
          value={draw.seed}
          min={0}
          max={Number.MAX_SAFE_INTEGER}
          onValue={(seed) => set({ seed })}
        />
        <WholeField
          label="Draw"
          value={draw.draw}
          min={0}
          max={2 ** 32 - 1}
          onValue={(number) => set({ draw: number })}
        />
      </div>
    </fieldset>
  );
}
