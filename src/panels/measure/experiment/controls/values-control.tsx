import { useStore } from 'zustand';
import { threeDigits } from '../../../../run/number-text.ts';
import type { SpecPixelValue } from '../../../../protocol/spec.ts';
import { formatPixelValue, samePixelValue } from '../../../../run/pixel-values.ts';
import { experimentStore } from '../../../../state/experiment/experiment-store.ts';
import { toggleValue } from '../../../../state/experiment/grid-choices.ts';
import { valueText } from '../../../shared/sentence/phrases.ts';
import { AddField } from '../../../shared/controls/add-field.tsx';
import { Chip } from '../../../shared/controls/chip.tsx';
import { Explained } from '../../../terms/explained.tsx';
import classes from '../../../shared/controls/controls.module.css';
import { useAtLeastOne } from '../../../shared/controls/use-at-least-one.ts';

const usual: readonly SpecPixelValue[] = [
  'replace',
  ...[10, 40, 70, 100, 127].map((offset) => ({ offset })),
];

/** What happens to the channels of a changed pixel. */
export function ValuesControl() {
  const { grid } = useStore(experimentStore, (state) => state.spec);
  const edit = useStore(experimentStore, (state) => state.edit);
  const [message, offer] = useAtLeastOne<SpecPixelValue>('kind of change', (values) =>
    edit({ grid: { ...grid, values } }),
  );
  const isChosen = (value: SpecPixelValue) =>
    grid.values.some((each) => samePixelValue(each, value));
  const own = grid.values.filter((value) => !usual.some((each) => samePixelValue(each, value)));
  const offsets = grid.values.flatMap((value) => (value === 'replace' ? [] : value.offset));

  return (
    <div className={classes.control}>
      <p className={classes.hint}>
        Random values replace all three channels with random bytes. ±m adds a random amount between
        −m and m to each, and stops at 0 and 255.
      </p>
      <fieldset className={classes.chips} aria-label="Kinds of change">
        {[...usual, ...own].map((value) => (
          <Chip
            key={formatPixelValue(value)}
            type="checkbox"
            name="value"
            checked={isChosen(value)}
            onChange={() => offer(toggleValue(grid.values, value))}
          >
            {value === 'replace' ? 'Random values' : valueText(value)}
          </Chip>
        ))}
      </fieldset>
      {message !== '' && (
        <p role="alert" className={classes.error}>
          {message}
        </p>
      )}
      <AddField
        label="Another size"
        sign="±"
        min={1}
        max={127}
        taken={offsets}
        onAdd={(offset) => offer(toggleValue(grid.values, { offset }))}
      />
      <p className={classes.hint}>
        <Explained text={rangeText(grid.values)} />
      </p>
    </div>
  );
}

/** The share of the value range that each change can reach, which Pi divides by. */
function rangeText(values: readonly SpecPixelValue[]): string {
  const ranges = values.map((value) =>
    value === 'replace'
      ? 'random values 1'
      : `${valueText(value)} ${threeDigits((2 * value.offset) / 255)}`,
  );
  return `Share of the value range, the r of Pi: ${ranges.join(', ')}.`;
}
