import type { RepairDistanceResult, RepairResult } from '../../../protocol/repair-result.ts';
import { modelNames, ofModels, shareText } from './repair-wording.ts';
import { LEVEL } from './verdict.ts';
import { pPhrase } from '../../number-text.ts';

type Space = RepairDistanceResult['space'];

export type DistanceVerdict = 'farther' | 'nearer' | 'open';

/** Whether images lie farther from the boundary after the repair, by the corrected sign test. */
export function distanceVerdict(row: RepairDistanceResult): DistanceVerdict | null {
  if (row.pHolm === null) return null;
  const smaller = row.images - row.larger - row.equal;
  if (row.pHolm > LEVEL || row.larger === smaller) return 'open';
  return row.larger > smaller ? 'farther' : 'nearer';
}

/** The rows of one space, in the order of the models. */
export function distancesIn(result: Pick<RepairResult, 'distances'>, space: Space) {
  return (result.distances ?? []).filter((row) => row.space === space);
}

const verbs: Readonly<Record<DistanceVerdict, string>> = {
  farther: 'most images lie farther from the boundary than before',
  nearer: 'most images lie nearer to the boundary than before',
  open: 'the images do not decide whether they lie farther from the boundary',
};

function oneModel(row: RepairDistanceResult): string {
  const verdict = distanceVerdict(row) ?? 'open';
  const test = row.pHolm === null ? '' : `, ${pPhrase(row.pHolm)}`;
  const farther = verdict === 'farther' ? 'do' : 'lie farther';
  return `${verbs[verdict]}: ${shareText({ accuracy: row.share, interval: row.interval })} ${farther}${test}`;
}

function severalModels(rows: readonly RepairDistanceResult[], result: RepairResult): string {
  const verdicts = rows.map(distanceVerdict);
  const count = (wanted: DistanceVerdict) => verdicts.filter((each) => each === wanted).length;
  const all = rows.length;
  const names = modelNames(result);
  const sorted = [...rows].sort((a, b) => (a.share ?? 0) - (b.share ?? 0));
  const text = (row: RepairDistanceResult | undefined) =>
    row === undefined
      ? ''
      : `${shareText({ accuracy: row.share, interval: row.interval })} of the images (${names(row.model)})`;
  const range = `the share that lies farther is between ${text(sorted[0])} and ${text(sorted.at(-1))}`;
  if (count('farther') === all) return `for ${ofModels(all, all)} ${verbs.farther}; ${range}`;
  if (count('nearer') === all) return `for ${ofModels(all, all)} ${verbs.nearer}; ${range}`;
  if (count('open') === all) return `for no repaired model ${verbs.farther}; ${range}`;
  return `images lie farther from the boundary for ${count('farther')} of ${all} repaired models, nearer for ${count('nearer')}, undecided for ${count('open')}; ${range}`;
}

/** What the repair did to the distance from the boundary, in the best space that was measured. */
export function distanceFinding(result: RepairResult): string[] {
  const feature = distancesIn(result, 'feature').filter(({ images }) => images > 0);
  const input = distancesIn(result, 'input').filter(({ images }) => images > 0);
  const rows = feature.length > 0 ? feature : input;
  const [only] = rows;
  if (only === undefined) return [];
  const space =
    feature.length > 0 ? 'In feature space (exact)' : 'In input space (a first-order estimate)';
  const text = rows.length === 1 ? oneModel(only) : severalModels(rows, result);
  return [`${space}, ${text}.`];
}

/** Why there is no distance in feature space; null where there is or could be. */
export function featureSpaceMissing(result: RepairResult): string | null {
  const layers = result.spec.repair?.layers ?? 'last';
  if (!result.original.linearHead) {
    return 'There is no exact distance in feature space: the head of this network is not one linear layer, so its boundary there is not flat.';
  }
  if (layers !== 'last') {
    return 'There is no distance in feature space: more layers than the last were free, so the features are not the same before and after.';
  }
  return null;
}
