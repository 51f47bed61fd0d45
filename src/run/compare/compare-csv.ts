import { csvField } from '../../protocol/csv-field.ts';
import { formatPixelValue } from '../pixel-values.ts';
import type { Comparison } from './compare-types.ts';

const COLUMNS =
  'baseline,other,count,value,region,images,draws,wrongBaseline,wrongOther,worse,better,' +
  'difference,low,high,p,pHolm';

/** The lines of compare.csv, one a model and cell; fractions, and an empty field where there is none. */
export function* compareCsv({ baseline, others }: Comparison): Generator<string> {
  yield `${COLUMNS}\n`;
  for (const { name, cells } of others) {
    for (const cell of cells) {
      const { count, value, region, images, draws, wrongBaseline, wrongOther } = cell;
      const { worse, better, difference, interval, p, pHolm } = cell;
      const fields = [count, formatPixelValue(value), region, images, draws];
      const found = [
        wrongBaseline,
        wrongOther,
        worse,
        better,
        difference,
        ...(interval ?? [null, null]),
      ];
      const line = [...fields, ...found, p, pHolm].map((each) => each ?? '').join(',');
      yield `${csvField(baseline)},${csvField(name)},${line}\n`;
    }
  }
}
