import { useStore } from 'zustand';
import { integer } from '../../../../run/number-text.ts';
import { cardsStore } from '../../../../state/models/cards-store.ts';
import { doublings } from '../../../../state/experiment/count-list.ts';
import { experimentStore } from '../../../../state/experiment/experiment-store.ts';
import { inputSizes, sizedModels } from '../../../../state/experiment/region-rects.ts';
import { CountsField } from '../../../shared/controls/counts-field.tsx';
import { Chip } from '../../../shared/controls/chip.tsx';
import { Explained } from '../../../terms/explained.tsx';
import classes from '../../../shared/controls/controls.module.css';

const ladders = [64, 256, 1024] as const;

/** How many pixels are changed: a row of doublings, or numbers of one's own. */
export function CountsControl() {
  const { grid, models } = useStore(experimentStore, (state) => state.spec);
  const edit = useStore(experimentStore, (state) => state.edit);
  const cards = useStore(cardsStore, (state) => state.cards);
  const current = grid.counts.join(', ');
  const choose = (counts: readonly number[]) => edit({ grid: { ...grid, counts: [...counts] } });

  return (
    <div className={classes.control}>
      <fieldset className={classes.chips} aria-label="Rows of doublings">
        {ladders.map((last) => (
          <Chip
            key={last}
            type="radio"
            name="ladder"
            checked={current === doublings(last).join(', ')}
            onChange={() => choose(doublings(last))}
          >
            1 to {integer(last)}
          </Chip>
        ))}
      </fieldset>
      <CountsField
        label="Pixel counts, with commas between them"
        counts={grid.counts}
        onCounts={choose}
        hint={<Explained text={shareText(grid.counts, inputSizes(sizedModels(models, cards)))} />}
      />
    </div>
  );
}

function share(count: number, pixels: number): string {
  return Number(((100 * count) / pixels).toPrecision(2)).toString();
}

/** "Of the 64 × 64 pixels that is 0.024 to 1.6 %, the p of Pi." */
function shareText(
  counts: readonly number[],
  sizes: readonly (readonly [number, number])[],
): string {
  const [size] = sizes;
  const [first = 1] = counts;
  const last = counts.at(-1) ?? first;
  const nested = 'A larger count adds pixels to those of a smaller one.';
  if (size === undefined || sizes.length > 1) return nested;
  const [height, width] = size;
  const pixels = height * width;
  const shares =
    first === last ? share(first, pixels) : `${share(first, pixels)} to ${share(last, pixels)}`;
  return `Of ${height} × ${width} pixels that is ${shares} %, the p of Pi. ${nested}`;
}
