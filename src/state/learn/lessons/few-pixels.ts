import { modelName } from '../../models/model-list.ts';
import type { FewPixelsFound } from '../found.ts';
import { isDecided, judgedAt, pairedTest, pText, wrongShare } from '../judged.ts';
import type { Lesson } from '../lesson.ts';
import { flippedPictures } from '../pictures.ts';
import {
  countOfPixels,
  countText,
  perCentOf,
  predictionText,
  shareOf,
  shareFigure,
  shareText,
  type LessonShare,
} from '../shares.ts';

const models = ['squeezenet', 'densenet'] as const;
const counts = [1, 4, 16, 64, 256, 1024] as const;
const asked = 64;
/** Pictures are shown of the smallest count that turns so many images. */
const ENOUGH = 3;

function shareAt({ lines }: FewPixelsFound, model: string, count: number) {
  const line = lines.find((each) => each.model === model);
  return line?.points.find((point) => point.count === count)?.share ?? shareOf(0, 0);
}

function smallestText(found: FewPixelsFound): string {
  const points = found.lines[0]?.points ?? [];
  const first = points.find(({ share }) => share.count > 0);
  if (first === undefined) return 'No number of pixels that was tried turned a single sign.';
  const { count, share } = first;
  const pixels = count === 1 ? 'A single changed pixel' : `${count} changed pixels`;
  return `${pixels} ${count === 1 ? 'was' : 'were'} enough for ${countText(share)} signs.`;
}

function comparisonText(found: FewPixelsFound): string {
  const [first, second] = models.map(modelName);
  const other = shareAt(found, models[1], asked);
  const start = `${second} misreads ${countText(other)} of the same signs with the same pixels, ${shareText(other)}`;
  if (!isDecided(found.test)) {
    return `${start}. These images do not tell the two models apart (${pText(found.test)}).`;
  }
  const worse = found.test.first > found.test.second ? first : second;
  return `${start}. ${worse} is the more fragile of the two (${pText(found.test)}).`;
}

function enoughText(share: LessonShare): string {
  if (share.count === 0) return `Not one sign needed only ${asked} pixels.`;
  const steady = (100 - perCentOf(share)).toFixed(0);
  return `So a few pixels are enough for some signs, and not for most: ${steady}\u00a0% are still read correctly with ${asked}.`;
}

/** How many images a few random pixels turn. */
export const fewPixels: Lesson<FewPixelsFound> = {
  id: 'few-pixels',
  title: 'A few random pixels',
  short: 'A few pixels',
  question: {
    kind: 'share',
    text: 'Of 100 signs that SqueezeNet reads correctly, how many will it misread once 64 of their 4,096 pixels have random colours?',
    unit: 'of 100 signs',
  },
  parts: [{ name: 'Changing pixels', weight: 1 }],
  experiment: async (seed, bench) => {
    const sweep = await bench.sweep({
      version: 1,
      name: 'Lesson: a few random pixels',
      seed,
      models: [...models],
      images: { source: 'roadside', split: 'test', count: 500 },
      eligibility: 'common',
      grid: { counts: [...counts] },
    });
    const at = (model: string, count: number) =>
      judgedAt(sweep, { model, count, value: 'replace', region: 1 });
    const lines = models.map((model) => ({
      model,
      points: counts.map((count) => ({ count, share: wrongShare(at(model, count)) })),
    }));
    const shown =
      lines[0]?.points.find(({ share }) => share.count >= ENOUGH)?.count ?? counts.at(-1) ?? 1;
    return {
      found: {
        lesson: 'few-pixels',
        lines,
        test: pairedTest(at(models[0], asked), at(models[1], asked)),
      },
      pictures: flippedPictures(
        sweep,
        { model: models[0], count: shown, value: 'replace', region: 1 },
        (some, all) =>
          `${some === all ? 'All' : `${some} of the`} ${all} signs that SqueezeNet misreads with ${shown} changed ${shown === 1 ? 'pixel' : 'pixels'}.`,
      ),
    };
  },
  statement: (found) => {
    const share = shareAt(found, models[0], asked);
    return {
      headline: `With ${asked} random pixels SqueezeNet misreads ${countText(share)} signs, ${shareText(share)}.`,
      points: [smallestText(found), comparisonText(found), enoughText(share)],
      outcome: null,
      figures: models.flatMap((model) =>
        [16, asked, 1024].map((count) =>
          shareFigure(
            `${model}-${count}`,
            `${modelName(model)}, ${countOfPixels(count)} pixels: misread`,
            shareAt(found, model, count),
          ),
        ),
      ),
    };
  },
  verdict: (found, answer) => predictionText(Number(answer), shareAt(found, models[0], asked)),
};
