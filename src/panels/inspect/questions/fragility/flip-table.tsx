import { integer, percent, pixelsOf } from '../../../../run/number-text.ts';
import { seriesStyle } from '../../../../run/figure/series-style.ts';
import { SeriesKey } from '../../../../charts/series-key.tsx';
import { ScrollBox } from '../../../../charts/tracks/scroll-box.tsx';
import { applyDraw } from '../../../../state/inspect/painting.ts';
import {
  smallestFlip,
  type Fragility,
  type FragilityCell,
} from '../../../../state/inspect/questions/fragility.ts';
import { modelName } from '../../../../state/models/model-list.ts';
import { modelPositions } from '../../../../state/models/model-position.ts';
import classes from '../questions.module.css';
import { scrollToPicture } from '../scroll-to-picture.ts';

interface FlipTableProps {
  readonly result: Fragility;
  /** Changed pixels of the column "flips to". */
  readonly count: number;
  readonly className: (label: number) => string;
}

/** Classes that are named; what is left is summed up. */
const MOST = 3;

/** By model: the smallest change found, which can be shown on the picture, and the classes flipped to. */
export function FlipTable({ result, count, className }: FlipTableProps) {
  const { settings, clean, cells } = result;
  const positions = modelPositions([]);
  return (
    <ScrollBox label="Smallest changes and classes">
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">Model</th>
            <th scope="col">Smallest change found</th>
            <th scope="col">With {pixelsOf(count)}, flips go to</th>
          </tr>
        </thead>
        <tbody>
          {settings.models.map((id) => {
            const cell = cells.find((each) => each.model === id && each.count === count);
            return (
              <tr key={id}>
                <th scope="row">
                  <span className={classes.model}>
                    <SeriesKey style={seriesStyle(positions.get(id) ?? 0)} />
                    {modelName(id)}
                  </span>
                </th>
                <td>
                  <Smallest result={result} model={id} />
                </td>
                <td>{cell && classesText(cell, clean[id] ?? 0, className)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function Smallest({ result, model }: { readonly result: Fragility; readonly model: string }) {
  const least = smallestFlip(result, model);
  if (least === null || least.smallest === null) {
    return <span className={classes.quiet}>none found</span>;
  }
  const { value, region, seed } = result.settings;
  const { draw, absDelta } = least.smallest;
  const mean = absDelta / (3 * least.count);
  return (
    <>
      {pixelsOf(least.count)}, draw {integer(draw)}{' '}
      <span className={classes.quiet}>(mean change {mean.toFixed(0)} a channel)</span>{' '}
      <button
        type="button"
        className={classes.link}
        onClick={() => {
          applyDraw({ seed, draw, count: least.count, value, region });
          scrollToPicture();
        }}
      >
        Show it
      </button>
    </>
  );
}

/** "Stop 61.0 % of 310 flips, yield 30.2 %" */
function classesText(
  { classes: counts, flips }: FragilityCell,
  clean: number,
  className: (label: number) => string,
): string {
  if (flips === 0) return 'no flip';
  const order = counts
    .map((number, label) => ({ label, number }))
    .filter(({ label, number }) => label !== clean && number > 0)
    .sort((a, b) => b.number - a.number || a.label - b.label);
  const named = order
    .slice(0, MOST)
    .map(({ label, number }) => `${className(label)} ${percent(number / flips)}`);
  const rest = order.length - named.length;
  const others = rest > 0 ? `, ${rest} more` : '';
  return `${named.join(', ')}${others} of ${integer(flips)} ${flips === 1 ? 'flip' : 'flips'}`;
}
