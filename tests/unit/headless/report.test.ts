import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { reportPlace } from '../../../src/headless/report-place.ts';
import { parseResult } from '../../../src/run/result-file/parse-result.ts';
import { writeReport } from '../../../src/run/report/write-report.ts';
import { runLab } from './run-lab.ts';

const folder = mkdtempSync(join(tmpdir(), 'pixelproof-report-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const fixture = fileURLToPath(new URL('../../fixtures/files/result.json', import.meta.url));
const text = readFileSync(fixture, 'utf8');

describe('lab report', () => {
  it('writes the report that the page writes, of one result or several', async () => {
    const out = join(folder, 'one');
    const { code, stdout } = await runLab(['report', fixture, '--out', out]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: `${join(out, 'report.html')}\n` });
    const result = parseResult(JSON.parse(text));
    const written = readFileSync(join(out, 'report.html'), 'utf8');
    expect(written).toBe(writeReport([result], { format: 'html' }));

    writeFileSync(join(out, 'result.json'), text);
    const both = join(folder, 'both.md');
    expect(await runLab(['report', fixture, out, '--out', both])).toMatchObject({ code: 0 });
    expect(readFileSync(both, 'utf8')).toBe(writeReport([result, result], { format: 'markdown' }));
  });

  it('names a file that is not there, no result or at fault, and writes nothing', async () => {
    const broken = join(folder, 'broken.json');
    writeFileSync(broken, text.replace('"lanes": ', '"lanes": -'));
    const missing = join(folder, 'missing.json');
    const spec = fileURLToPath(new URL('../../fixtures/files/spec.json', import.meta.url));
    const before = readdirSync(folder);
    for (const [bad, reason] of [
      [missing, 'there is no such file'],
      [spec, 'spec: missing'],
      [broken, 'manifest.lanes: use at least 1'],
    ] as const) {
      const out = join(folder, 'none');
      const { code, stdout, stderr } = await runLab(['report', fixture, bad, '--out', out]);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toContain(`result: ${bad}: ${reason}`);
      expect(existsSync(out)).toBe(false);
    }
    expect(readdirSync(folder)).toEqual(before);
  });
});

describe('where a report goes', () => {
  it.each([
    [undefined, undefined, 'report.html', 'html'],
    ['out', undefined, 'out/report.html', 'html'],
    ['out', 'latex', 'out/report.tex', 'latex'],
    ['paper/tables.tex', undefined, 'paper/tables.tex', 'latex'],
    ['notes.md', 'html', 'notes.md', 'html'],
  ])('--out %s --format %s is %s', (out, format, file, written) => {
    expect(reportPlace(out, format)).toEqual({ file, format: written });
  });

  it('has no other formats', () => {
    expect(reportPlace('out', 'pdf')).toBeNull();
  });
});
