import type { RankCell, Spec } from '../../../protocol/spec.ts';
import type { Tally } from '../../sweep-types.ts';
import { measureWords } from '../measure-words.ts';
import { atSetting } from './cells.ts';
import { changedPixels, type NameOf } from '../wording.ts';

interface Measured {
  readonly name: string;
  readonly accuracy: number;
}

/** The models at one count, worst first; null where one of them has not been measured there. */
function column(tallies: readonly Tally[], count: number, nameOf: NameOf): Measured[] | null {
  const measured: Measured[] = [];
  for (const { model, accuracy } of tallies.filter((tally) => tally.count === count)) {
    if (accuracy === null) return null;
    measured.push({ name: nameOf(model), accuracy });
  }
  return measured.sort((a, b) => a.accuracy - b.accuracy);
}

/**
 * What the run shows so far at the largest count that every model has reached, at the value and
 * region at which models are ranked; null before there is one.
 * @param nameOf name of a model for a person
 */
export function describeInterim(
  tallies: readonly Tally[],
  at: Pick<RankCell, 'value' | 'region'>,
  nameOf: NameOf,
  images: Spec['images'],
): string | null {
  const ofSetting = atSetting(tallies, at);
  const counts = [...new Set(ofSetting.map(({ count }) => count))].sort((a, b) => b - a);
  const reached = counts.find((count) => column(ofSetting, count, nameOf) !== null);
  if (reached === undefined) return null;
  const models = column(ofSetting, reached, nameOf) ?? [];
  const least = models[0];
  const most = models.at(-1);
  if (least === undefined || most === undefined) return null;

  const share = ({ accuracy }: Measured) => `${(100 * accuracy).toFixed(1)} %`;
  const start = `So far, with ${changedPixels(reached)},`;
  const { keeps, keepsToo } = measureWords({ images });
  const ofIts = (measured: Measured) => keeps(share(measured), 'its');
  if (models.length === 1) return `${start} ${least.name} ${ofIts(least)}.`;
  return least.accuracy === most.accuracy
    ? `${start} every model ${ofIts(most)}.`
    : `${start} ${most.name} ${ofIts(most)} and ${least.name} ${keepsToo(share(least))}.`;
}
