import type { MagnitudeFound } from '../found.ts';
import { isDecided, judgedAt, pairedTest, pText, wrongShare } from '../judged.ts';
import type { Lesson, LessonOption } from '../lesson.ts';
import { flippedPictures } from '../pictures.ts';
import { countText, shareFigure, shareOf, shareText, type LessonShare } from '../shares.ts';

const model = 'squeezenet';
const count = 64;
const offsets = [10, 40, 70, 100, 127] as const;
const regions = [0.75, 0.5, 0.25] as const;
/** The square that is asked about: its side as a share of the picture's. */
const askedRegion = 0.5;

const options: readonly LessonOption[] = [
  {
    id: 'strength',
    title: 'Only how strongly',
    detail: 'Stronger changes, more errors; where the pixels lie makes no difference.',
  },
  {
    id: 'place',
    title: 'Only where',
    detail:
      'Pixels in the middle cause more errors than pixels anywhere; strength does not matter.',
  },
  { id: 'both', title: 'Both', detail: 'Strength and place each make a difference.' },
  { id: 'neither', title: 'Neither', detail: 'Only the number of pixels counts.' },
];

function outcomeOf({ strength, place }: MagnitudeFound): string {
  if (isDecided(strength) && isDecided(place)) return 'both';
  if (isDecided(strength)) return 'strength';
  return isDecided(place) ? 'place' : 'neither';
}

const headlines: Readonly<Record<string, string>> = {
  both: 'Here both matter: how strongly pixels change, and where they lie.',
  strength: 'Here strength matters, and place makes no difference that could be shown.',
  place: 'Here place matters, and strength makes no difference that could be shown.',
  neither: 'Here neither strength nor place makes a difference that could be shown.',
};

function strengthAt({ strengths }: MagnitudeFound, offset: number | null): LessonShare {
  return strengths.find((each) => each.offset === offset)?.share ?? shareOf(0, 0);
}

function placeAt({ places }: MagnitudeFound, region: number): LessonShare {
  return places.find((each) => each.region === region)?.share ?? shareOf(0, 0);
}

function placeText(found: MagnitudeFound): string {
  const inside = placeAt(found, askedRegion);
  const start = `The same number of pixels in the middle quarter of the picture: ${countText(inside)}, ${shareText(inside)}, instead of ${shareText(placeAt(found, 1))} anywhere (${pText(found.place)}).`;
  if (!isDecided(found.place)) {
    return `${start} That agrees with the paper, where place hardly matters.`;
  }
  return `${start} That disagrees with the paper, where place hardly matters. Mind that a small square is also more densely covered.`;
}

/** Whether strength or place of a change decides. */
export const magnitude: Lesson<MagnitudeFound> = {
  id: 'magnitude',
  title: 'How strong, and where',
  short: 'How strong, where',
  question: {
    kind: 'choice',
    text: 'We always change 64 pixels. What else decides how often SqueezeNet is wrong?',
    options,
  },
  parts: [
    { name: 'Changing strength', weight: 6 },
    { name: 'Changing place', weight: 3 },
  ],
  experiment: async (seed, bench) => {
    const shared = {
      version: 1 as const,
      seed,
      models: [model],
      images: { source: 'roadside' as const, split: 'test' as const, count: 600 },
      eligibility: 'own' as const,
    };
    const strong = await bench.sweep({
      ...shared,
      name: 'Lesson: how strong',
      grid: { counts: [count], values: [...offsets.map((offset) => ({ offset })), 'replace'] },
    });
    const placed = await bench.sweep({
      ...shared,
      name: 'Lesson: where',
      grid: { counts: [count], regions: [...regions] },
    });
    const byStrength = (offset: number | null) =>
      judgedAt(strong, {
        model,
        count,
        value: offset === null ? 'replace' : { offset },
        region: 1,
      });
    const byPlace = (region: number) =>
      region === 1
        ? byStrength(null)
        : judgedAt(placed, { model, count, value: 'replace', region });
    const steps = [...offsets, null];
    return {
      found: {
        lesson: 'magnitude',
        strengths: steps.map((offset) => ({ offset, share: wrongShare(byStrength(offset)) })),
        places: [1, ...regions].map((region) => ({ region, share: wrongShare(byPlace(region)) })),
        strength: pairedTest(byStrength(offsets[0]), byStrength(null)),
        place: pairedTest(byPlace(1), byPlace(askedRegion)),
      },
      pictures: flippedPictures(
        placed,
        { model, count, value: 'replace', region: askedRegion },
        (some, all) =>
          `${some} of ${all} signs that SqueezeNet reads correctly with 64 random pixels anywhere, and misreads with 64 in the middle.`,
        ({ image }) => !byStrength(null).wrong.has(image),
      ),
    };
  },
  statement: (found) => {
    const weak = strengthAt(found, offsets[0]);
    const strong = strengthAt(found, null);
    const outcome = outcomeOf(found);
    return {
      headline: headlines[outcome] ?? '',
      points: [
        `Moved by at most 10 of 255 levels, 64 pixels make ${countText(weak)} signs wrong, ${shareText(weak)}; with any colour ${countText(strong)}, ${shareText(strong)} (${pText(found.strength)}).`,
        placeText(found),
      ],
      outcome,
      figures: [
        ...[10, 70, 127].map((offset) =>
          shareFigure(
            `offset-${offset}`,
            `64 pixels by up to ±${offset}: misread`,
            strengthAt(found, offset),
          ),
        ),
        shareFigure('any-colour', '64 pixels, any colour, whole picture: misread', strong),
        ...regions.map((region) =>
          shareFigure(
            `middle-${region * 100}`,
            `The same within the central ${region * 100}\u00a0% of the sides: misread`,
            placeAt(found, region),
          ),
        ),
      ],
    };
  },
  verdict: (found, answer) =>
    answer === outcomeOf(found)
      ? 'You expected this.'
      : `You expected “${options.find(({ id }) => id === answer)?.title.toLowerCase() ?? ''}”; these images say otherwise.`,
};
