import { useStore } from 'zustand';
import type { Spec } from '../../../../protocol/spec.ts';
import { formatPixelValue } from '../../../../run/pixel-values.ts';
import { viewStore } from '../../../../state/answer/view-store.ts';
import classes from './curve.module.css';
import { heldIn } from './panel-lines.ts';
import { regionName, valueName } from './setting-names.ts';

/** The value or the region that all lines of the chart have. */
export function HeldChoice({ grid }: { readonly grid: Spec['grid'] }) {
  const linesBy = useStore(viewStore, (state) => state.linesBy);
  const held = useStore(viewStore, (state) => state.held);
  const hold = useStore(viewStore, (state) => state.hold);
  const { value = 'replace', region = 1 } = heldIn(grid, held);

  return linesBy === 'value' ? (
    <label className={classes.held}>
      Area
      <select
        value={grid.regions.indexOf(region)}
        onChange={({ currentTarget }) =>
          hold({ region: grid.regions[Number(currentTarget.value)] ?? null })
        }
      >
        {grid.regions.map((each, at) => (
          <option key={each} value={at}>
            {regionName(each)}
          </option>
        ))}
      </select>
    </label>
  ) : (
    <label className={classes.held}>
      Magnitude
      <select
        value={grid.values.indexOf(value)}
        onChange={({ currentTarget }) =>
          hold({ value: grid.values[Number(currentTarget.value)] ?? null })
        }
      >
        {grid.values.map((each, at) => (
          <option key={formatPixelValue(each)} value={at}>
            {valueName(each)}
          </option>
        ))}
      </select>
    </label>
  );
}
