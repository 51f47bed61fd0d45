import { beforeAll, describe, expect, it } from 'vitest';
import { writeReport } from '../../../../src/run/report/write-report.ts';
import { constructSweep } from '../../../support/constructed-sweep.ts';

const count = 16;
const longName = 'a-network-whose-name-is-really-quite-long-v2-trained-on-pictures';

let tabulars: string[];
let floats: string[];

beforeAll(async () => {
  const result = await constructSweep({
    images: 40,
    changes: { grid: { counts: [1, 4, 16], values: ['replace'], regions: [1] } },
    models: Array.from({ length: count }, (_, at) => ({
      id: at === 3 ? longName : `net-${at}`,
      wrongAt: (cell) => Math.round(cell.count / (2 + at)),
    })),
  });
  const latex = writeReport([result], { format: 'latex' });
  floats = latex.match(/\\begin\{table\}[^]*?\\end\{table\}/g) ?? [];
  tabulars = latex.match(/\\begin\{tabular\}[^]*?\\end\{tabular\}/g) ?? [];
});

const rowsOf = (tabular: string) =>
  tabular
    .split('\\midrule')[1]
    ?.split('\n')
    .filter((line) => line.endsWith('\\\\')) ?? [];

const withCaption = (start: string) =>
  floats.flatMap((float, at) => (float.includes(`\\caption{${start}`) ? [at] : []));

describe('LaTeX tables of more models than a page holds', () => {
  it('are cut into parts of some forty lines, none of which has another’s label', () => {
    expect(floats).toHaveLength(tabulars.length);
    for (const tabular of tabulars) expect(rowsOf(tabular).length).toBeLessThanOrEqual(40);
    const labels = floats.map((float) => /\\label\{(.*)\}/.exec(float)?.[1]);
    expect(new Set(labels).size).toBe(floats.length);
  });

  it('lose no row on the way', () => {
    const parts = withCaption('Paired tests');
    expect(parts.length).toBeGreaterThan(2);
    const rows = parts.flatMap((at) => rowsOf(tabulars[at] ?? ''));
    expect(rows).toHaveLength((count * (count - 1)) / 2);
    const last = floats[parts.at(-1) ?? -1];
    expect(last).toContain(`Part ${parts.length} of ${parts.length}.`);
  });

  it('let a long name wrap and every table shrink to the width of the text', () => {
    const [first = -1] = withCaption('Ranking');
    expect(tabulars[first]).toMatch(/p\{0\.\d+\\linewidth\}/);
    for (const float of floats) {
      expect(float).toContain(
        '\\resizebox{\\ifdim\\width>\\linewidth\\linewidth\\else\\width\\fi}',
      );
    }
  });
});
