import { integer, pText, pixelsOf } from '../../../../run/number-text.ts';
import type { TrackGroup, TrackRow, Tracks } from '../../../../charts/tracks/track-types.ts';
import type { RepairTable } from '../../../../protocol/repair-result.ts';
import { regionText, valueText } from '../../../../run/finding/wording.ts';
import {
  allAtCell,
  cellsOf,
  settingsOf,
  settingKey,
} from '../../../../run/finding/repair/test-cells.ts';
import { verdictOf, type Against, type Verdict } from '../../../../run/finding/repair/verdict.ts';
import { plainEntry } from '../figures.ts';
import type { ResultView } from '../view.ts';

const says: Readonly<Record<Verdict, string>> = {
  gain: 'better ▲',
  loss: 'worse ▼',
  open: 'not decided',
  same: 'no answer changed',
};

interface Compared {
  readonly model: string;
  readonly against: Against;
}

function testRow({ model, against }: Compared, { nameOf, styleOf }: ResultView): TrackRow[] {
  if (against === null) return [];
  const verdict = verdictOf(against);
  const entries = [
    plainEntry(integer(against.mended)),
    plainEntry(integer(against.spoilt)),
    plainEntry(pText(against.p)),
    plainEntry(pText(against.pHolm)),
    plainEntry(verdict === null ? 'not compared' : says[verdict]),
  ];
  return [{ id: model, name: nameOf(model), style: styleOf(model), entries }];
}

/** Every comparison with the original on one set of images. */
export function testTracks(table: RepairTable, view: ResultView): Tracks {
  const several = settingsOf(table).length > 1;
  const groups: TrackGroup[] = [
    {
      id: 'clean',
      heading: 'Unchanged images',
      rows: table.clean.flatMap((row) => testRow(row, view)),
    },
    ...cellsOf(table).map((cell) => ({
      id: `${cell.count} ${settingKey(cell)}`,
      heading: `${pixelsOf(cell.count)} changed${several ? `: ${valueText(cell.value)}, ${regionText(cell.region)}` : ''}`,
      rows: allAtCell(table, cell).flatMap((row) => testRow(row, view)),
    })),
  ];
  const column = (id: string, head: string) => ({ id, head, domain: null, reference: null });
  return {
    rowHead: 'Model',
    columns: [
      column('mended', 'Mended'),
      column('spoilt', 'Spoilt'),
      column('p', 'p'),
      column('holm', 'p after Holm'),
      column('says', 'Against the original'),
    ],
    groups,
  };
}
