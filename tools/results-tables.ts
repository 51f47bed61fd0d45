import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { resultSchema, type CellResult, type SweepResult } from '../src/protocol/result.ts';
import type { SpecPixelValue } from '../src/protocol/spec.ts';
import { attackReport } from './results/attack-report.ts';
import { markdownTable, percent, valueName } from './results/markdown.ts';
import { repairReport } from './results/repair-report.ts';

/** Share of wrong images with its interval, which mirrors that of the accuracy. */
function wrongShare({ accuracy, interval }: CellResult): string {
  if (accuracy === null || interval === null) return 'none eligible';
  return `${percent(1 - accuracy)} (${percent(1 - interval[1])}–${percent(1 - interval[0])})`;
}

function wrongTable(result: SweepResult, value: SpecPixelValue, region: number): string {
  const { counts } = result.spec.grid;
  const rows = result.models.map(({ id }) => [
    id,
    ...counts.map((count) => {
      const cell = result.cells.find(
        (c) =>
          c.model === id &&
          c.count === count &&
          c.region === region &&
          valueName(c.value) === valueName(value),
      );
      return cell === undefined ? '' : wrongShare(cell);
    }),
  ]);
  return markdownTable(['wrong, % (95 %)', ...counts.map(String)], rows);
}

function summaryTable(result: SweepResult): string {
  const rows = result.summary.map(({ model, value, region, px5 }) => [
    model,
    valueName(value),
    String(region),
    px5?.count?.toFixed(1) ?? px5?.censored ?? 'not defined',
    px5?.interval?.map((end) => (typeof end === 'number' ? end.toFixed(1) : end)).join(' to ') ??
      '',
  ]);
  return markdownTable(['model', 'value', 'region', 'PX5', '95 %'], rows);
}

function rankingTable({ ranking, cells }: SweepResult): string {
  const { count, value, region } = ranking.cell;
  const rows = ranking.models.map(({ model, rank, tiedWith }) => {
    const cell = cells.find(
      (c) =>
        c.model === model &&
        c.count === count &&
        c.region === region &&
        valueName(c.value) === valueName(value),
    );
    const pi = cell?.pi?.toFixed(1) ?? '';
    const ends = cell?.piInterval?.map((end) => end.toFixed(1)).join('–') ?? '';
    return [String(rank), model, tiedWith.join(', '), `${pi} (${ends})`];
  });
  return [
    `Ranked at ${count} pixels, ${valueName(value)}, region ${region}:`,
    '',
    markdownTable(['rank', 'model', 'tied with', 'Pi (95 %)'], rows),
  ].join('\n');
}

function sweepReport(json: unknown): string {
  const result = resultSchema.parse(json);
  const clean = Object.entries(result.clean).map(([model, { images, correct }]) => [
    model,
    `${correct} of ${images}`,
    String(result.eligible[model] ?? ''),
  ]);
  const { values, regions } = result.spec.grid;
  const sections = values.flatMap((value) =>
    regions.map((region) =>
      [`${valueName(value)}, region ${region}:`, '', wrongTable(result, value, region)].join('\n'),
    ),
  );
  return [
    `## ${result.spec.name}`,
    markdownTable(['model', 'clean', 'eligible'], clean),
    ...sections,
    summaryTable(result),
    rankingTable(result),
  ].join('\n\n');
}

function report(folder: string): string {
  const json: unknown = JSON.parse(readFileSync(join(folder, 'result.json'), 'utf8'));
  const kind = typeof json === 'object' && json !== null && 'kind' in json ? json.kind : 'sweep';
  if (kind === 'repair') return repairReport(json);
  return kind === 'attack' ? attackReport(json) : sweepReport(json);
}

const folders = process.argv.slice(2);
if (folders.length === 0) {
  console.error('usage: tsx tools/results-tables.ts RESULT_DIR…');
  process.exit(2);
}
console.log(folders.map(report).join('\n\n'));
