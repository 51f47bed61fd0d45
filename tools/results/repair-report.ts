import {
  repairResultSchema,
  type RepairAttackResult,
  type RepairResult,
  type RepairTable,
} from '../../src/protocol/repair-result.ts';
import { markdownTable, percent } from './markdown.ts';

type Interval = readonly [number, number] | null;

function share(value: number | null, interval: Interval): string {
  if (value === null || interval === null) return 'none';
  return `${percent(value)} (${percent(interval[0])}–${percent(interval[1])})`;
}

const adjusted = (against: RepairTable['clean'][number]['against']): string =>
  against?.pHolm == null ? '' : against.pHolm.toPrecision(2);

/** Original and repaired models by the number of changed pixels that they are judged at. */
function accuracyTable({ clean, cells }: RepairTable): string {
  const counts = [...new Set(cells.map(({ count }) => count))];
  const rows = clean.map((row) => [
    row.model,
    share(row.accuracy, row.interval),
    ...counts.map((count) => {
      const cell = cells.find((each) => each.model === row.model && each.count === count);
      return cell === undefined ? '' : share(cell.accuracy, cell.interval);
    }),
  ]);
  return markdownTable(['right, % (95 %)', 'unchanged', ...counts.map(String)], rows);
}

/** Where an image was mended or spoilt, with the test against the original. */
function changeTable({ clean, cells }: RepairTable): string {
  const counts = [...new Set(cells.map(({ count }) => count))];
  const shown = (against: RepairTable['clean'][number]['against']): string =>
    against === null ? '' : `+${against.mended} −${against.spoilt}, p ${adjusted(against)}`;
  const rows = clean
    .filter(({ against }) => against !== null)
    .map(({ model, against }) => [
      model,
      shown(against),
      ...counts.map((count) =>
        shown(cells.find((each) => each.model === model && each.count === count)?.against ?? null),
      ),
    ]);
  return markdownTable(['mended, spoilt', 'unchanged', ...counts.map(String)], rows);
}

function piTable({ cells, px5 }: RepairTable): string {
  const counts = [...new Set(cells.map(({ count }) => count))];
  const models = [...new Set(cells.map(({ model }) => model))];
  const rows = models.map((model) => [
    model,
    ...counts.map((count) => {
      const cell = cells.find((each) => each.model === model && each.count === count);
      const ends = cell?.piInterval?.map((end) => end.toFixed(1)).join('–') ?? '';
      return cell?.pi == null ? '' : `${cell.pi.toFixed(1)} (${ends})`;
    }),
    ...px5
      .filter((row) => row.model === model)
      .map((row) => row.px5?.count?.toFixed(1) ?? row.px5?.censored ?? ''),
  ]);
  return markdownTable(['Pi (95 %)', ...counts.map(String), 'PX5'], rows);
}

function attackTable(rows: readonly RepairAttackResult[]): string {
  const table = rows.map((row) => [
    row.model,
    `${row.attack.toUpperCase()}, ε ${row.epsilon}`,
    row.craftedOn,
    `${row.fooled} of ${row.examples}`,
    share(row.rate, row.interval),
    adjusted(row.against),
  ]);
  const header = ['model', 'attack', 'made against', 'wrong', '% (95 %)', 'p'];
  return markdownTable(header, table);
}

function distanceTable({ distances }: RepairResult): string {
  const digits = (value: number | null): string => value?.toFixed(3) ?? '∞';
  const rows = (distances ?? []).map((row) => [
    row.model,
    row.space,
    digits(row.before.median),
    digits(row.after.median),
    `${row.larger} of ${row.images}`,
    share(row.share, row.interval),
    row.pHolm?.toPrecision(2) ?? '',
  ]);
  const header = ['model', 'space', 'median r', 'median r_new', 'r_new > r', '% (95 %)', 'p'];
  return markdownTable(header, rows);
}

/** Tables 10 and 11 of the paper and the distances, from the content of a repair's result.json. */
export function repairReport(json: unknown): string {
  const result = repairResultSchema.parse(json);
  const sections = [`## ${result.spec.name}`];
  if (result.heldOut) {
    sections.push('Held-out images:', accuracyTable(result.heldOut));
    sections.push(changeTable(result.heldOut), piTable(result.heldOut));
  }
  if (result.trainedOn) {
    sections.push('The images that were trained on:', accuracyTable(result.trainedOn));
  }
  if (result.attacks) sections.push(attackTable(result.attacks));
  sections.push(distanceTable(result));
  return sections.join('\n\n');
}
