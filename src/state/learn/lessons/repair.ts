import type { RepairFound } from '../found.ts';
import { isDecided, judgedAt, pairedTest, pText, wrongShare } from '../judged.ts';
import type { Lesson, LessonOption } from '../lesson.ts';
import { flippedPictures } from '../pictures.ts';
import { countText, shareFigure, shareOf, shareText } from '../shares.ts';

const model = 'squeezenet';
const count = 256;
const epochs = 4;
const testImages = 400;
const measured = 60;

const options: readonly LessonOption[] = [
  {
    id: 'fewer',
    title: 'Clearly fewer',
    detail: 'The training teaches it something that holds for new pictures.',
  },
  {
    id: 'same',
    title: 'About as many',
    detail: 'It only learns the pictures that it was trained on.',
  },
  { id: 'more', title: 'More', detail: 'The training spoils what it knew.' },
];

function outcomeOf({ test }: RepairFound): string {
  if (!isDecided(test)) return 'same';
  return test.first > test.second ? 'fewer' : 'more';
}

const headlines: Readonly<Record<string, string>> = {
  fewer: 'The repair holds on new signs: clearly fewer are misread.',
  same: 'On new signs the repair changes nothing that could be shown.',
  more: 'The repair did harm: more new signs are misread than before.',
};

function boundaryText({ farther }: RepairFound): string {
  const [low = 0, high = 1] = farther.interval ?? [];
  const start = `${countText(farther)} new signs lie farther from the boundary than before, ${shareText(farther)}`;
  if (low > 0.5) return `${start}: for most of them it has moved away.`;
  if (high < 0.5) return `${start}: for most of them it has come closer.`;
  return `${start}: too few signs to say that it has moved away from most.`;
}

function cleanText({ cleanBefore, cleanAfter }: RepairFound): string {
  const start = `Unchanged, ${countText(cleanBefore)} are read correctly before and ${countText(cleanAfter)} after`;
  const lost = cleanBefore.count - cleanAfter.count;
  if (lost > 0) return `${start}: the repair has a price.`;
  return `${start}: the repair cost nothing here.`;
}

/** A short repair, judged on images that it never saw. */
export const repair: Lesson<RepairFound> = {
  id: 'repair',
  title: 'Repair moves the boundary',
  short: 'Repair',
  question: {
    kind: 'choice',
    text: 'SqueezeNet trains for a few seconds on signs with changed pixels. How many new signs will 256 random pixels make it misread afterwards?',
    options,
  },
  parts: [
    { name: 'Training on changed signs', weight: 8 },
    { name: 'Judging new signs', weight: 3 },
  ],
  experiment: async (seed, bench) => {
    const repaired = await bench.repair({
      version: 1,
      name: 'Lesson: repair',
      seed,
      models: [model],
      images: { source: 'roadside', split: 'test', count: measured },
      eligibility: 'own',
      grid: { counts: [count] },
      repair: {
        model,
        counts: [count],
        images: 300,
        validationImages: 20,
        layers: 'all',
        head: 'keep',
        cleanShare: 0.25,
        learningRate: 0.001,
        epochs,
        take: 'last',
        epsilons: [],
        distanceImages: measured,
      },
    });
    const made = repaired.models[0];
    if (made === undefined) throw new RangeError('the repair made no model');
    const sweep = await bench.sweep(
      {
        version: 1,
        name: 'Lesson: before and after',
        seed,
        models: [model, made.id],
        images: { source: 'roadside', split: 'test', count: testImages },
        eligibility: 'all',
        grid: { counts: [count] },
      },
      [made],
    );
    const cell = (id: string) => ({ model: id, count, value: 'replace' as const, region: 1 });
    const before = judgedAt(sweep, cell(model));
    const after = judgedAt(sweep, cell(made.id));
    const { clean } = sweep.result;
    const right = (id: string) => shareOf(clean[id]?.correct ?? 0, clean[id]?.images ?? 0);
    const farther = repaired.result.distances?.find(({ space }) => space === 'input');
    return {
      found: {
        lesson: 'repair',
        before: wrongShare(before),
        after: wrongShare(after),
        cleanBefore: right(model),
        cleanAfter: right(made.id),
        test: pairedTest(before, after),
        farther: shareOf(farther?.larger ?? 0, farther?.images ?? 0),
        epochs,
      },
      pictures: flippedPictures(
        sweep,
        cell(model),
        (some, all) =>
          `${some === all ? 'The' : `${some} of the`} ${all} signs that the repair mended, with 256 random pixels, as SqueezeNet read them before it.`,
        ({ image, label }) => {
          const unchanged = sweep.record.predictions.clean(0)[image];
          return unchanged === label && !after.wrong.has(image);
        },
      ),
    };
  },
  statement: (found) => {
    const outcome = outcomeOf(found);
    return {
      headline: headlines[outcome] ?? '',
      points: [
        `Of ${found.before.of} new signs with 256 changed pixels, ${found.before.count} were misread before, ${shareText(found.before)}, and ${found.after.count} after, ${shareText(found.after)}. ${found.test.first} were mended and ${found.test.second} spoilt (${pText(found.test)}).`,
        boundaryText(found),
        cleanText(found),
      ],
      outcome,
      figures: [
        shareFigure('before', 'Misread with 256 pixels, before', found.before),
        // Training adds up what differs in last digits.
        shareFigure('after', 'Misread with 256 pixels, after', found.after, 8),
        shareFigure('clean-after', 'Read correctly unchanged, after', found.cleanAfter, 8),
        shareFigure('farther', 'New signs farther from the boundary', found.farther, 8),
      ],
    };
  },
  verdict: (found, answer) =>
    answer === outcomeOf(found)
      ? 'You expected this.'
      : `You expected “${options.find(({ id }) => id === answer)?.title.toLowerCase() ?? ''}”; these images say otherwise.`,
};
