import { pixelIndex, pixelIndexInterval } from '../../../core/pixel-index.ts';
import { modelName } from '../../models/model-list.ts';
import type { KeyFigure } from '../figure.ts';
import type { IndexFound, IndexPoint } from '../found.ts';
import {
  isDecided,
  judgedAt,
  judgedWhere,
  pairedTest,
  pText,
  wrongShare,
  type Judged,
} from '../judged.ts';
import type { Lesson, LessonOption } from '../lesson.ts';
import { countOfPixels, shareFigure, shareText, type LessonShare } from '../shares.ts';

const models = ['squeezenet', 'alexnet'] as const;
const counts = [4, 16, 64, 256, 1024] as const;
const images = 800;
const few = 16;
const many = 1024;
const grouped = 64;
const groupSize = 40;
/** Height and width of Roadside's images. */
const side = 64;

const options: readonly LessonOption[] = [
  {
    id: 'same',
    title: 'About the same',
    detail: 'An index that divides by the number of pixels should not depend on it.',
  },
  {
    id: 'smaller',
    title: 'Less than half',
    detail: 'Sixty-four times the pixels, but far from 64 times the errors.',
  },
  {
    id: 'larger',
    title: 'More than twice',
    detail: 'Many pixels do more harm together than one by one.',
  },
];

function indexPoint(count: number, share: LessonShare): IndexPoint {
  const cell = {
    count,
    height: side,
    width: side,
    value: { kind: 'replace' as const },
    regionArea: side * side,
  };
  const [low = 0, high = 0] = share.interval ?? [];
  return {
    count,
    share,
    pi: pixelIndex({ ...cell, wrong: share.count, eligible: share.of }) ?? 0,
    piInterval: pixelIndexInterval([1 - high, 1 - low], cell) ?? [0, 0],
  };
}

function figure(value: number): string {
  return value < 9.95 ? value.toFixed(1) : value.toFixed(0);
}

/** "5.0 (3.0–7.8)" */
function piText({ pi, piInterval: [low, high] }: IndexPoint): string {
  return `${figure(pi)} (${figure(low)}–${figure(high)})`;
}

/** Pi as a figure to compare with, within a seventh. */
function piValue({ pi }: IndexPoint): Pick<KeyFigure, 'value' | 'unit' | 'tolerance'> {
  return { value: pi, unit: '', tolerance: Number(Math.max(0.5, pi / 7).toFixed(1)) };
}

function pointAt({ lines }: IndexFound, model: string, count: number): IndexPoint {
  const points = lines.find((line) => line.model === model)?.points ?? [];
  const point = points.find((each) => each.count === count);
  if (point === undefined) throw new RangeError(`nothing was measured at ${count} pixels`);
  return point;
}

function outcomeOf(found: IndexFound): string {
  const start = pointAt(found, models[0], few).pi;
  const end = pointAt(found, models[0], many).pi;
  if (end < start / 2) return 'smaller';
  return end > 2 * start ? 'larger' : 'same';
}

const headlines: Readonly<Record<string, string>> = {
  smaller:
    'The same model, the same signs: Pi is less than half as large with 64 times the pixels.',
  same: 'Pi hardly depends on the number of pixels here.',
  larger:
    'The same model, the same signs: Pi is more than twice as large with 64 times the pixels.',
};

function countsText(found: IndexFound): string {
  const start = pointAt(found, models[0], few);
  const end = pointAt(found, models[0], many);
  const [low, high] = start.pi < end.pi ? [start, end] : [end, start];
  const apart = low.piInterval[1] < high.piInterval[0];
  return `SqueezeNet’s Pi is ${piText(start)} at ${few} pixels and ${piText(end)} at ${countOfPixels(many)}${apart ? '' : '; the intervals overlap, so the difference is not certain'}. Two values of Pi can be compared only at the same number of pixels.`;
}

function groupsText({ whole, groups }: IndexFound): string {
  const [first, second] = models.map(modelName);
  const { size, first: worse, second: better, tied } = groups;
  const number = worse + better + tied;
  const all = isDecided(whole)
    ? `All images together: ${whole.first > whole.second ? first : second} is wrong more often (${pText(whole)}).`
    : `Even all images together do not tell the two apart (${pText(whole)}).`;
  return `${all} But ${number} classes of students with ${size} images each would disagree: ${worse} find ${first} worse, ${better} find ${second} worse, ${tied} see no difference.`;
}

function eligibleText({ eligible, everything }: IndexFound): string {
  return `At ${eligible.count} pixels SqueezeNet’s Pi is ${piText(eligible)}, counting the signs that it reads correctly unchanged. Count every sign, and errors that no pixel caused make it ${piText(everything)}.`;
}

/** Whether the two wrong sets of a group differ, and which is larger. */
function compareGroup(a: Judged, b: Judged, from: number): 'first' | 'second' | 'tied' {
  const inGroup = (image: number) => image >= from && image < from + groupSize;
  const difference = judgedWhere(a, inGroup).wrong.size - judgedWhere(b, inGroup).wrong.size;
  if (difference === 0) return 'tied';
  return difference > 0 ? 'first' : 'second';
}

/** Three ways in which the Pixel-index can mislead. */
export const indexTrap: Lesson<IndexFound> = {
  id: 'index',
  title: 'How an index can mislead',
  short: 'The index',
  question: {
    kind: 'choice',
    text: 'SqueezeNet’s Pi is measured with 16 changed pixels, and again with 1,024, on the same signs. The second Pi will be …',
    options,
  },
  parts: [{ name: 'Changing pixels', weight: 1 }],
  experiment: async (seed, bench) => {
    const sweep = await bench.sweep({
      version: 1,
      name: 'Lesson: how an index can mislead',
      seed,
      models: [...models],
      images: { source: 'roadside', split: 'test', count: images },
      eligibility: 'all',
      grid: { counts: [...counts] },
    });
    const { predictions, images: set } = sweep.record;
    const isRight = (model: number) => (image: number) =>
      predictions.clean(model)[image] === set.labels[image];
    const every = (model: string, count: number) =>
      judgedAt(sweep, { model, count, value: 'replace', region: 1 });
    const own = (model: string, count: number) =>
      judgedWhere(every(model, count), isRight(models.findIndex((id) => id === model)));
    const common = (model: string) =>
      judgedWhere(every(model, grouped), (image) => models.every((_, at) => isRight(at)(image)));
    const [a, b] = [common(models[0]), common(models[1])];
    const groups = Array.from({ length: images / groupSize }, (_, group) =>
      compareGroup(a, b, group * groupSize),
    );
    const numberOf = (kind: string) => groups.filter((each) => each === kind).length;
    return {
      found: {
        lesson: 'index',
        lines: models.map((model) => ({
          model,
          points: counts.map((count) => indexPoint(count, wrongShare(own(model, count)))),
        })),
        whole: pairedTest(a, b),
        groups: {
          size: groupSize,
          first: numberOf('first'),
          second: numberOf('second'),
          tied: numberOf('tied'),
        },
        eligible: indexPoint(counts[0], wrongShare(own(models[0], counts[0]))),
        everything: indexPoint(counts[0], wrongShare(every(models[0], counts[0]))),
      },
      pictures: null,
    };
  },
  statement: (found) => {
    const outcome = outcomeOf(found);
    const { groups } = found;
    return {
      headline: headlines[outcome] ?? '',
      points: [countsText(found), groupsText(found), eligibleText(found)],
      outcome,
      figures: [
        ...[few, grouped, many].map((count) => ({
          id: `pi-${count}`,
          name: `SqueezeNet: Pi at ${countOfPixels(count)} pixels`,
          ...piValue(pointAt(found, models[0], count)),
        })),
        {
          id: 'groups-other',
          name: `Groups of ${groups.size} that find AlexNet worse, or no difference`,
          value: groups.second + groups.tied,
          unit: '',
          tolerance: 2,
        },
        {
          id: 'pi-everything',
          name: `SqueezeNet: Pi at ${found.everything.count} pixels, every sign counted`,
          ...piValue(found.everything),
        },
        shareFigure(
          'wrong-1024',
          `SqueezeNet, ${countOfPixels(many)} pixels: misread`,
          pointAt(found, models[0], many).share,
        ),
      ],
    };
  },
  verdict: (found, answer) => {
    const share = pointAt(found, models[0], many).share;
    const start =
      answer === outcomeOf(found)
        ? 'You expected this.'
        : `You expected “${options.find(({ id }) => id === answer)?.title.toLowerCase() ?? ''}”.`;
    return `${start} With 64 times the pixels ${shareText(share)} are wrong, instead of ${shareText(pointAt(found, models[0], few).share)}.`;
  },
};
