import { integer, pText, pointsText } from '../../../../run/number-text.ts';
import type { Tracks } from '../../../../charts/tracks/track-types.ts';
import type { RepairTable } from '../../../../protocol/repair-result.ts';
import { pairedDifference } from '../../../../run/finding/repair/paired-difference.ts';
import { domainText, markOf, plainEntry, shareDomain, shareEntry } from '../figures.ts';
import type { ResultView } from '../view.ts';

type CleanRow = RepairTable['clean'][number];

function differenceEntry({ against, images }: CleanRow) {
  const found = against && pairedDifference(against, images, 1);
  if (found == null) return null;
  const [low, high] = found.interval ?? [0, 0];
  return {
    ...plainEntry(
      pointsText(found.difference),
      `${against?.mended} mended, ${against?.spoilt} spoilt`,
    ),
    detail: `(${pointsText(low)} to ${pointsText(high)})`,
  };
}

/** Right answers on unchanged images, before and after. */
export function cleanTracks({ clean }: RepairTable, { nameOf, styleOf }: ResultView): Tracks {
  const domain = shareDomain(clean.map(({ interval }) => interval));
  const reference = clean[0]?.accuracy ?? null;
  return {
    rowHead: 'Model',
    columns: [
      {
        id: 'right',
        head: `Right, unchanged images (axis ${domainText(domain)})`,
        domain,
        reference,
      },
      { id: 'difference', head: 'Difference, points', domain: null, reference: null },
      { id: 'p', head: 'p', domain: null, reference: null },
      { id: 'holm', head: 'p after Holm', domain: null, reference: null },
    ],
    groups: [
      {
        id: 'clean',
        heading: null,
        rows: clean.map((row) => ({
          id: row.model,
          name: nameOf(row.model),
          style: styleOf(row.model),
          entries: [
            shareEntry({
              share: row.accuracy,
              interval: row.interval,
              below: `${integer(row.correct)} of ${integer(row.images)}`,
              mark: markOf(row.against),
            }),
            differenceEntry(row),
            row.against && plainEntry(pText(row.against.p)),
            row.against && plainEntry(pText(row.against.pHolm)),
          ],
        })),
      },
    ],
  };
}
