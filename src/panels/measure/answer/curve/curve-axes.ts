import { countAxis, logAxisWithZero, percentAxis } from '../../../../run/figure/axes.ts';
import type { FigureAxes, FigureAxis } from '../../../../run/figure/figure-types.ts';
import { pixelIndexOfFractions, rangeFraction } from '../../../../core/pixel-index.ts';
import { centredRegion } from '../../../../core/region.ts';
import type { Spec } from '../../../../protocol/spec.ts';
import { corePixelValue } from '../../../../run/pixel-values.ts';
import { measureWords } from '../../../../run/finding/measure-words.ts';
import type { AccuracyScale, CurveMeasure } from '../../../../state/answer/view-store.ts';

type Measured = Pick<Spec, 'grid' | 'images' | 'eligibility'>;
type Size = readonly [number, number];

/** Images where the experiment does not say how many. */
const usualImages = 1000;
/** The bundled models', for experiments whose models are not known yet. */
const usualSize: Size = [64, 64];
/** The largest share wrong that the close scale is made for. */
const closeShare = 0.1;

/** Pi at 100 % wrong of every setting of a grid, for images of each size. */
function largestPi({ counts, values, regions }: Spec['grid'], sizes: readonly Size[]): number[] {
  return sizes.flatMap(([height, width]) =>
    regions.flatMap((region) => {
      const side = Math.max(region, 0.5 / Math.min(height, width));
      const rect = centredRegion(height, width, side);
      const area = (rect.height * rect.width) / (height * width);
      return values.flatMap((value) =>
        counts.map((count) =>
          pixelIndexOfFractions(
            1,
            count / (height * width),
            rangeFraction(corePixelValue(value)),
            area,
          ),
        ),
      );
    }),
  );
}

/**
 * From the Pi of one wrong image where that is least, to the largest Pi that is possible; close: to
 * that of a tenth wrong. Known before the run, so nothing moves when results come.
 */
function piAxis(spec: Measured, scale: AccuracyScale, sizes: readonly Size[]): FigureAxis {
  const largest = largestPi(spec.grid, sizes.length > 0 ? sizes : [usualSize]);
  const images = spec.images.count ?? usualImages;
  const top = Math.max(...largest) * (scale === 'close' ? closeShare : 1);
  return logAxisWithZero(
    'Pixel-index Pi, logarithmic: smaller is more robust',
    Math.min(...largest) / images,
    top,
  );
}

/** "90–100 %": what an axis spans, for the choice between the two. */
export function spanText(
  measure: CurveMeasure,
  scale: AccuracyScale,
  spec: Pick<Spec, 'images'>,
): string {
  const { bad } = measureWords(spec);
  if (measure === 'pi') return scale === 'close' ? `To 10 % ${bad}` : `To 100 % ${bad}`;
  if (scale === 'full') return '0–100 %';
  return measure === 'accuracy' ? '90–100 %' : '0–10 %';
}

/**
 * The axes of the curve, from the experiment alone.
 * @param sizes height and width of the models' inputs, as far as they are known
 */
export function curveAxes(
  spec: Measured,
  measure: CurveMeasure,
  scale: AccuracyScale,
  sizes: readonly Size[],
): FigureAxes {
  const x = countAxis('Changed pixels, logarithmic; arrows: off the axis', spec.grid.counts);
  const images = spec.eligibility === 'all' ? 'all images' : 'eligible images';
  const { right, wrong, bad } = measureWords(spec);
  const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
  switch (measure) {
    case 'accuracy':
      return {
        x,
        y: percentAxis(
          `${capital(right)}, % of ${images}`,
          [scale === 'close' ? 90 : 0, 100],
          'end',
        ),
        reference: { at: 95, label: `5 % ${bad}` },
      };
    case 'wrong':
      return {
        x,
        y: percentAxis(
          `${capital(wrong)}, % of ${images}`,
          [0, scale === 'close' ? 10 : 100],
          'start',
        ),
        reference: { at: 5, label: `5 % ${bad}` },
      };
    case 'pi':
      return { x, y: piAxis(spec, scale, sizes), reference: null };
  }
}
