import { beforeAll, describe, expect, it } from 'vitest';
import type { AnyResult } from '../../../../src/run/result-file/parse-result.ts';
import { writeReport } from '../../../../src/run/report/write-report.ts';
import { hostileResult } from '../../../support/hostile.ts';
import { fgsmAttack, fullRepair, sweepWithSettings } from '../../../support/report-results.ts';

let results: Readonly<Record<string, AnyResult>>;
beforeAll(async () => {
  results = { sweep: await sweepWithSettings(), attack: fgsmAttack(), repair: fullRepair() };
});

const kinds = ['sweep', 'attack', 'repair'] as const;

function resultOf(kind: (typeof kinds)[number]): AnyResult {
  const result = results[kind];
  if (result === undefined) throw new Error(kind);
  return result;
}

/** Nothing that is no text, but for lines. */
const NOT_TEXT = /(?!\n)[\p{Cc}\p{Cs}\p{Bidi_Control}\u2028\u2029]/u;

describe.each(kinds)('a report of one %s', (kind) => {
  it.each(['html', 'markdown', 'latex'] as const)('is the same file twice as %s', (format) => {
    const once = writeReport([resultOf(kind)], { format });
    const again = writeReport([structuredClone(resultOf(kind))], { format });
    expect(again).toBe(once);
    expect(once.length).toBeGreaterThan(2000);
  });

  it.each(['html', 'markdown', 'latex'] as const)(
    'lets no name control the text of %s',
    (format) => {
      expect(writeReport([hostileResult(resultOf(kind))], { format })).not.toMatch(NOT_TEXT);
    },
  );
});

/** Lines outside of fences. */
function proseOf(markdown: string): string[] {
  let fence: string | null = null;
  return markdown.split('\n').filter((line) => {
    const [ticks = ''] = line.match(/^`{3,}/) ?? [];
    if (fence === null && ticks !== '') fence = ticks;
    else if (fence !== null && line === fence) fence = null;
    else return fence === null;
    return false;
  });
}

const cellsOf = (line: string) =>
  line
    .slice(1, -1)
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim());

function tablesOf(markdown: string): string[][][] {
  const tables: string[][][] = [];
  let isOpen = false;
  for (const line of proseOf(markdown)) {
    if (line.startsWith('|')) {
      if (!isOpen) tables.push([]);
      tables.at(-1)?.push(cellsOf(line));
    }
    isOpen = line.startsWith('|');
  }
  return tables;
}

function specIn(markdown: string): unknown {
  const [, , body = ''] = markdown.match(/\n(`{3,})json\n([^]*?)\n\1\n/) ?? [];
  return JSON.parse(body);
}

describe.each(kinds)('the Markdown of a %s', (kind) => {
  it('has tables of equal rows, and the experiment in full', () => {
    const text = writeReport([resultOf(kind)], { format: 'markdown' });
    const tables = tablesOf(text);
    expect(tables.length).toBeGreaterThan(3);
    for (const [head, ...rows] of tables) {
      for (const row of rows) expect(row).toHaveLength(head?.length ?? 0);
    }
    expect(specIn(text)).toEqual(resultOf(kind).spec);
  });

  it('keeps its structure whatever the names are', () => {
    const plain = tablesOf(writeReport([resultOf(kind)], { format: 'markdown' }));
    const hostile = hostileResult(resultOf(kind));
    const text = writeReport([hostile], { format: 'markdown' });
    expect(tablesOf(text).map((table) => table.map((row) => row.length))).toEqual(
      plain.map((table) => table.map((row) => row.length)),
    );
    expect(proseOf(text).join('\n').replaceAll(/^> /gm, '')).not.toMatch(/[<>]/);
    expect(specIn(text)).toEqual(hostile.spec);
  });
});

/** LaTeX without its comments. */
const read = (latex: string) => latex.replaceAll(/^%.*$/gm, '');

function environments(latex: string): string[] {
  const open: string[] = [];
  const closed: string[] = [];
  for (const [, verb, name = ''] of latex.matchAll(/\\(begin|end)\{(\w+)\}/g)) {
    if (verb === 'begin') open.push(name);
    else {
      expect(open.pop()).toBe(name);
      closed.push(name);
    }
  }
  expect(open).toEqual([]);
  return closed;
}

/** Letters of a column specification, without what stands between or before columns. */
function columnsOf(tabular: string): number {
  const [, spec = ''] = tabular.match(/\\begin\{tabular\}\{@\{\}(.*)@\{\}\}/) ?? [];
  return spec.replaceAll(/>\{\\raggedright\\arraybackslash\}p\{[\d.]+\\linewidth\}/g, 'p').length;
}

describe.each(kinds)('the LaTeX of a %s', (kind) => {
  it.each(['plain', 'hostile'])(
    'is balanced and has rows of as many cells as columns, %s',
    (names) => {
      const result = names === 'plain' ? resultOf(kind) : hostileResult(resultOf(kind));
      const latex = read(writeReport([result], { format: 'latex' }));
      const closed = environments(latex);
      expect(closed.filter((name) => name === 'table').length).toBeGreaterThan(3);
      for (const [tabular] of latex.matchAll(/\\begin\{tabular\}[^]*?\\end\{tabular\}/g)) {
        for (const rule of ['toprule', 'midrule', 'bottomrule']) {
          expect(tabular.split(`\\${rule}`)).toHaveLength(2);
        }
        const rows = tabular.split('\n').filter((line) => line.endsWith('\\\\'));
        expect(rows.length).toBeGreaterThan(1);
        for (const row of rows) {
          expect(row.split(/(?<!\\)&/)).toHaveLength(columnsOf(tabular));
        }
      }
    },
  );

  it('escapes what has a meaning', () => {
    const latex = read(writeReport([hostileResult(resultOf(kind))], { format: 'latex' }));
    // Per cent, sizes and strengths are tied to their figures.
    const untied = latex.replaceAll(
      /~(?=\\%|\$\\times\$)|(?<=\$\\times\$|\$\\varepsilon\$)~/g,
      ' ',
    );
    expect(untied).not.toMatch(/(?<!\\)[#_%~^]/);
    expect(latex).not.toContain('\\input');
    let depth = 0;
    for (const [sign] of latex.matchAll(/(?<!\\)[{}]/g)) {
      depth += sign === '{' ? 1 : -1;
      expect(depth).toBeGreaterThanOrEqual(0);
    }
    expect(depth).toBe(0);
    for (const paragraph of latex.split('\n')) {
      expect((paragraph.match(/(?<!\\)\$/g) ?? []).length % 2).toBe(0);
    }
  });
});

describe('a report of several results', () => {
  it('has a chapter for each and their methods once', () => {
    const all = Object.values(results);
    const text = writeReport(all, { format: 'markdown' });
    expect(text).toMatch(/^# 3 results of Pixelproof\n/);
    expect(text.match(/^### Finding$/gm)).toHaveLength(3);
    expect(text.match(/^## Method and definitions$/gm)).toHaveLength(1);
    expect(text).toContain('Nothing here compares one with another');
  });

  it('is refused without any', () => {
    expect(() => writeReport([], { format: 'html' })).toThrow(RangeError);
  });
});
