import type { WorstCaseFound } from '../found.ts';
import { judgedAt, wrongShare } from '../judged.ts';
import type { Lesson } from '../lesson.ts';
import { attackedPictures } from '../pictures.ts';
import { countText, isAbove, predictionText, shareFigure, shareOf, shareText } from '../shares.ts';

const model = 'squeezenet';
const epsilon = 4;
const images = 100;
const searched = 24;
const pixels = 64;

function searchText({ onePixel, search, queries }: WorstCaseFound): string {
  const start = `One random pixel turns ${countText(onePixel)} signs; one pixel chosen by search turns ${countText(search)}, ${shareText(search)}, after looking at ${queries.toFixed(0)} changed pictures for a sign on average`;
  return isAbove(search, onePixel)
    ? `${start}. It is the choice that does the harm, not the pixel.`
    : `${start}. These few signs do not show a difference yet.`;
}

function stepsText({ fgsm, pgd }: WorstCaseFound): string {
  const start = `One step along the gradient (FGSM) turns ${countText(fgsm)}, ${shareText(fgsm)}; several small steps (PGD) ${countText(pgd)}, ${shareText(pgd)}`;
  if (isAbove(pgd, fgsm)) return `${start}: the more carefully one searches, the more one finds.`;
  return `${start}; the intervals overlap.`;
}

/** Chance beside ever more careful search for a change that misleads. */
export const worstCase: Lesson<WorstCaseFound> = {
  id: 'worst-case',
  title: 'Random is not worst case',
  short: 'Worst case',
  question: {
    kind: 'share',
    text: 'An attacker who knows SqueezeNet may move every channel of every pixel by at most 4 of 255 levels, which is hard to see. Of 100 signs, how many will the best attack here make it misread?',
    unit: 'of 100 signs',
  },
  parts: [
    { name: 'Random pixels', weight: 1 },
    { name: 'Searching for one pixel', weight: 8 },
    { name: 'One step along the gradient', weight: 1 },
    { name: 'Several steps along the gradient', weight: 7 },
  ],
  experiment: async (seed, bench) => {
    const on = (count: number, name: string) => ({
      version: 1 as const,
      name: `Lesson: ${name}`,
      seed,
      models: [model],
      images: { source: 'roadside' as const, split: 'test' as const, count },
      eligibility: 'own' as const,
      grid: { counts: [1] },
    });
    const random = await bench.sweep({
      ...on(images, 'random pixels'),
      grid: { counts: [1, pixels] },
    });
    const search = await bench.attack({
      ...on(searched, 'one pixel'),
      attack: { kind: 'one-pixel', pixels: 1, population: 40, generations: 10 },
    });
    const fgsm = await bench.attack({
      ...on(images, 'FGSM'),
      attack: { kind: 'fgsm', epsilon },
    });
    const pgd = await bench.attack({
      ...on(images, 'PGD'),
      attack: { kind: 'pgd', epsilon, iterations: 8 },
    });
    const wrongAt = (count: number) =>
      wrongShare(judgedAt(random, { model, count, value: 'replace', region: 1 }));
    const turned = ({ result }: typeof fgsm) => {
      const made = result.attacks[0];
      return shareOf(made?.examples.count ?? 0, made?.eligible ?? 0);
    };
    return {
      found: {
        lesson: 'worst-case',
        onePixel: wrongAt(1),
        manyPixels: wrongAt(pixels),
        search: turned(search),
        fgsm: turned(fgsm),
        pgd: turned(pgd),
        queries: search.result.attacks[0]?.queries ?? 0,
      },
      pictures: attackedPictures(
        search,
        { model, epsilon: null, count: 1, value: 'replace', region: 1 },
        ['stillAdversarial', 'otherWrong', 'restored'],
        (_, all) =>
          `Some of the signs that one chosen pixel turns: as it was, attacked, and with one more random pixel, which left ${all} of ${turned(search).count} of them so.`,
      ),
    };
  },
  statement: (found) => {
    const { manyPixels, pgd } = found;
    return {
      headline: isAbove(pgd, manyPixels)
        ? `${pixels} random pixels turn ${countText(manyPixels)} signs, ${shareText(manyPixels)}; the attack turns ${countText(pgd)}, ${shareText(pgd)}.`
        : `${pixels} random pixels and the attack come out alike: ${countText(manyPixels)} and ${countText(pgd)} signs.`,
      points: [searchText(found), stepsText(found)],
      outcome: null,
      figures: [
        shareFigure('random-64', '64 random pixels', manyPixels),
        shareFigure('search', 'One pixel chosen by search', found.search),
        shareFigure('fgsm', 'FGSM, ε 4', found.fgsm),
        shareFigure('pgd', 'PGD, ε 4', pgd),
      ],
    };
  },
  verdict: (found, answer) => predictionText(Number(answer), found.pgd),
};
