import { useStore } from 'zustand';
import { cardsStore } from '../../../../state/models/cards-store.ts';
import { experimentStore } from '../../../../state/experiment/experiment-store.ts';
import { toggleRegion } from '../../../../state/experiment/grid-choices.ts';
import { inputSizes, rectOf, sizedModels } from '../../../../state/experiment/region-rects.ts';
import { sidePercent } from '../../../shared/sentence/phrases.ts';
import { AddField } from '../../../shared/controls/add-field.tsx';
import { Explained } from '../../../terms/explained.tsx';
import classes from '../../../shared/controls/controls.module.css';
import { Option } from '../../../shared/controls/option.tsx';
import { RegionDrawing } from '../../../shared/controls/region-drawing.tsx';
import { useAtLeastOne } from '../../../shared/controls/use-at-least-one.ts';

const usual: readonly number[] = [1, 0.9, 0.75, 0.5, 0.25];

/** Where the changed pixels may lie. */
export function RegionsControl() {
  const { grid, models } = useStore(experimentStore, (state) => state.spec);
  const edit = useStore(experimentStore, (state) => state.edit);
  const cards = useStore(cardsStore, (state) => state.cards);
  const sizes = inputSizes(sizedModels(models, cards));
  const [message, offer] = useAtLeastOne<number>('area', (regions) =>
    edit({ grid: { ...grid, regions } }),
  );
  const own = grid.regions.filter((region) => !usual.includes(region));

  return (
    <div className={classes.control}>
      <fieldset className={classes.options} aria-label="Areas">
        {[...usual, ...own].map((region) => (
          <Option
            key={region}
            type="checkbox"
            name="region"
            checked={grid.regions.includes(region)}
            onChange={() => offer(toggleRegion(grid.regions, region))}
            title={
              <>
                <RegionDrawing side={region} />
                {region === 1 ? 'Whole image' : `${sidePercent(region)} of the side`}
              </>
            }
            aside={rectText(sizes, region)}
          />
        ))}
      </fieldset>
      {message !== '' && (
        <p role="alert" className={classes.error}>
          {message}
        </p>
      )}
      <AddField
        label="Another square"
        unit="%"
        min={1}
        max={100}
        taken={grid.regions.map((region) => region * 100)}
        onAdd={(side) => offer(toggleRegion(grid.regions, side / 100))}
      />
      <p className={classes.hint}>
        <Explained text="Squares in the centre of the image; the share of the image is the a of Pi. A smaller one holds the same number of changed pixels, closer together." />
      </p>
    </div>
  );
}

/** "58 × 58 pixels", of each input size. */
function rectText(sizes: readonly (readonly [number, number])[], region: number): string {
  const rects = sizes.map((size) => {
    const rect = rectOf(size, region);
    return rect === null ? 'none' : `${rect.height} × ${rect.width}`;
  });
  return rects.length === 0 ? '' : `${rects.join(' or ')} pixels`;
}
