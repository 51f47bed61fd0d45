import { integer, pText } from '../../../../run/number-text.ts';
import type { TrackEntry, Tracks } from '../../../../charts/tracks/track-types.ts';
import type { RepairDistanceResult } from '../../../../protocol/repair-result.ts';
import { distancesIn, distanceVerdict } from '../../../../run/finding/repair/distance-finding.ts';
import { plainEntry, shareEntry } from '../figures.ts';
import type { ResultView } from '../view.ts';

/** Three significant digits with a true minus sign; "infinite" for null. */
function lengthText(value: number | null): string {
  if (value === null) return 'infinite';
  return String(Number(value.toPrecision(3))).replace('-', '−');
}

function summaryEntry({ median, q10, q90 }: RepairDistanceResult['before']): TrackEntry {
  return plainEntry(lengthText(median), `80 % in ${lengthText(q10)} to ${lengthText(q90)}`);
}

function markOf(row: RepairDistanceResult): TrackEntry['mark'] {
  const verdict = distanceVerdict(row);
  if (verdict === 'farther') return 'gain';
  return verdict === 'nearer' ? 'loss' : null;
}

const headings = {
  feature: 'Feature space, exact',
  input: 'Input space, first-order estimate',
} as const;

/** Share of images that lie farther from the boundary than before, with the two medians. */
export function distanceTracks({ result, nameOf, styleOf }: ResultView): Tracks {
  const spaces = (['feature', 'input'] as const).filter(
    (space) => distancesIn(result, space).length > 0,
  );
  return {
    rowHead: 'Model',
    columns: [
      {
        id: 'share',
        head: 'Images with r after > r before (axis 0–100\u00a0%, dashed 50\u00a0%)',
        domain: [0, 1],
        reference: 0.5,
      },
      { id: 'holm', head: 'p after Holm', domain: null, reference: null },
      { id: 'before', head: 'Median r before', domain: null, reference: null },
      { id: 'after', head: 'Median r after', domain: null, reference: null },
    ],
    groups: spaces.map((space) => ({
      id: space,
      heading: headings[space],
      rows: distancesIn(result, space).map((row) => ({
        id: row.model,
        name: nameOf(row.model),
        style: styleOf(row.model),
        entries: [
          shareEntry({
            share: row.share,
            interval: row.interval,
            below: `${integer(row.larger)} of ${integer(row.images)}${row.equal > 0 ? `, ${integer(row.equal)} equal` : ''}`,
            mark: markOf(row),
          }),
          plainEntry(pText(row.pHolm), `p ${pText(row.p)} alone`),
          summaryEntry(row.before),
          summaryEntry(row.after),
        ],
      })),
    })),
  };
}
