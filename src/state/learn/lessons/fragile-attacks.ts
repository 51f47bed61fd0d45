import type { FragileFound } from '../found.ts';
import { judgedAt, wrongShare } from '../judged.ts';
import type { Lesson } from '../lesson.ts';
import { attackedPictures } from '../pictures.ts';
import { countText, isAbove, predictionText, shareFigure, shareOf, shareText } from '../shares.ts';

const model = 'alexnet';
const epsilon = 2;
const counts = [1, 4, 16, 64, 256] as const;
const asked = 64;
const images = 800;

function pointAt({ points }: FragileFound, count: number) {
  const none = shareOf(0, 0);
  return (
    points.find((point) => point.count === count) ?? {
      count,
      restored: none,
      other: none,
      kept: none,
    }
  );
}

function fragilityText({ control }: FragileFound, lost: FragileFound['control']): string {
  const start = `The same ${asked} pixels make ${countText(control)} signs wrong that nobody attacked, ${shareText(control)}, while ${countText(lost)} attacks lose the wrong answer they aimed for, ${shareText(lost)}.`;
  return isAbove(lost, control)
    ? `${start} An attacked sign is far easier to upset than a sign.`
    : `${start} The intervals overlap: this does not show that attacked signs are easier to upset.`;
}

function keptText(kept: FragileFound['control']): string {
  const [low = 0, high = 1] = kept.interval ?? [];
  const start = `${countText(kept)} attacks keep their wrong answer, ${shareText(kept)}`;
  if (low > 0.5) return `${start}: most attacks survive.`;
  if (high < 0.5) return `${start}: most attacks do not survive.`;
  return `${start}: about half, as far as these images can tell.`;
}

/** What random pixels do to adversarial examples. */
export const fragileAttacks: Lesson<FragileFound> = {
  id: 'fragile-attacks',
  title: 'Attacks are fragile too',
  short: 'Fragile attacks',
  question: {
    kind: 'share',
    text: 'Of 100 attacked signs that AlexNet misreads, how many will it read correctly again once 64 of their pixels have random colours?',
    unit: 'of 100 attacked signs',
  },
  parts: [
    { name: 'Attacking, then changing pixels', weight: 5 },
    { name: 'Changing pixels without an attack', weight: 1 },
  ],
  experiment: async (seed, bench) => {
    const shared = {
      version: 1 as const,
      seed,
      models: [model],
      images: { source: 'roadside' as const, split: 'test' as const, count: images },
      eligibility: 'own' as const,
    };
    const attack = await bench.attack({
      ...shared,
      name: 'Lesson: attacks are fragile',
      attack: { kind: 'fgsm', epsilon },
      grid: { counts: [...counts] },
    });
    const control = await bench.sweep({
      ...shared,
      name: 'Lesson: the same without an attack',
      grid: { counts: [asked] },
    });
    const made = attack.result.attacks[0];
    const points = attack.result.cells.map((cell) => ({
      count: cell.count,
      restored: shareOf(cell.restored.count, cell.examples),
      other: shareOf(cell.otherWrong.count, cell.examples),
      kept: shareOf(cell.stillAdversarial.count, cell.examples),
    }));
    return {
      found: {
        lesson: 'fragile-attacks',
        attacked: shareOf(made?.examples.count ?? 0, made?.eligible ?? 0),
        points,
        control: wrongShare(
          judgedAt(control, { model, count: asked, value: 'replace', region: 1 }),
        ),
      },
      pictures: attackedPictures(
        attack,
        { model, epsilon, count: asked, value: 'replace', region: 1 },
        ['restored', 'otherWrong', 'stillAdversarial'],
        (outcome, all) =>
          outcome === 'restored'
            ? `Some of the ${all} attacked signs that ${asked} random pixels restore: as it was, attacked, and attacked with random pixels.`
            : `No attacked sign was restored. Some of the ${all} that were not: as it was, attacked, and attacked with random pixels.`,
      ),
    };
  },
  statement: (found) => {
    const { restored, other, kept } = pointAt(found, asked);
    return {
      headline: `${asked} random pixels restore ${countText(restored)} attacked signs, ${shareText(restored)}.`,
      points: [
        fragilityText(found, shareOf(restored.count + other.count, restored.of)),
        keptText(kept),
      ],
      outcome: null,
      figures: [
        shareFigure('attacked', 'Signs that the attack turns', found.attacked),
        ...[16, asked].map((count) =>
          shareFigure(
            `restored-${count}`,
            `Attacked signs restored by ${count} pixels`,
            pointAt(found, count).restored,
          ),
        ),
        shareFigure(
          `kept-${asked}`,
          `Attacked signs that keep the wrong answer with ${asked} pixels`,
          kept,
        ),
        shareFigure(
          'control',
          `Signs without an attack that ${asked} pixels make wrong`,
          found.control,
        ),
      ],
    };
  },
  verdict: (found, answer) => predictionText(Number(answer), pointAt(found, asked).restored),
};
