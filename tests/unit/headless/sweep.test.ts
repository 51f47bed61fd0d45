import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { resultSchema, type SweepResult } from '../../../src/protocol/result.ts';
import { runLab } from './run-lab.ts';
import { tinyLab } from './tiny-lab.ts';

const lab = tinyLab(6);
afterAll(() => lab.remove());

const RECOMPUTE = fileURLToPath(new URL('../../../tools/recompute.mjs', import.meta.url));
const value = z.string().regex(/^(replace|offset:\d+)$/);
const whole = z.string().regex(/^\d+$/).transform(Number);
const imageRows = z.array(
  z.strictObject({
    image: z.string(),
    label: whole,
    model: z.string(),
    count: whole,
    value,
    region: z.coerce.number(),
    draw: whole,
    predicted: whole,
  }),
);

const read = (folder: string, name: string): string => readFileSync(join(folder, name), 'utf8');
const rows = (folder: string, name: string): unknown =>
  parse(read(folder, name), { columns: true });

function resultIn(folder: string): SweepResult {
  expect(readdirSync(folder).sort()).toEqual(['cells.csv', 'images.csv', 'result.json']);
  return resultSchema.parse(JSON.parse(read(folder, 'result.json')));
}

async function sweep(spec: string, name: string, ...options: string[]): Promise<string> {
  const out = lab.path(name);
  const { code, stdout, stderr } = await runLab(['sweep', spec, '--out', out, ...options]);
  expect({ code, stderr }).toMatchObject({ code: 0 });
  expect(stdout).toBe(`${out}\n`);
  return out;
}

describe('a sweep', () => {
  it('writes a result, cells and classifications that agree', async () => {
    const out = await sweep(lab.spec(), 'whole', '--lanes', '1');
    const result = resultIn(out);
    expect(result.manifest).toMatchObject({ backend: 'wasm', complete: true });
    expect(result.models.map(({ id, inputSize }) => [id, inputSize])).toEqual([
      ['net', [8, 8, 3]],
      ['stretched', [8, 8, 3]],
    ]);
    expect(result.clean['net']?.images).toBe(18);
    expect(result.clean['net']?.correct).toBeGreaterThan(12);
    expect(result.cells).toHaveLength(2 * 3 * 2 * 2);
    const cells = z.array(z.record(z.string(), z.string())).parse(rows(out, 'cells.csv'));
    expect(cells.map(({ wrong }) => Number(wrong))).toEqual(result.cells.map(({ wrong }) => wrong));
    expect(result.cells.some(({ wrong }) => wrong > 0)).toBe(true);
    const images = imageRows.parse(rows(out, 'images.csv'));
    const ofCell = images.filter(
      (row) =>
        row.model === 'net' && row.count === 16 && row.value === 'replace' && row.region === 1,
    );
    const cell = result.cells.find(({ model, count }) => model === 'net' && count === 16);
    expect(ofCell).toHaveLength(cell?.eligible ?? -1);
    expect(ofCell.filter(({ label, predicted }) => label !== predicted)).toHaveLength(
      cell?.wrong ?? -1,
    );
    expect(new Set(images.map(({ image }) => image))).toContain('blue/0.png');
    expect(execFileSync(process.execPath, [RECOMPUTE, out], { encoding: 'utf8' })).toMatch(
      /agrees/,
    );
  });

  it('gives the same bytes whatever the lanes and the chunks', async () => {
    const first = await sweep(lab.spec(), 'one-lane', '--lanes', '1', '--chunk', '64');
    const second = await sweep(lab.spec(), 'two-lanes', '--lanes', '2', '--chunk', '7');
    for (const name of ['images.csv', 'cells.csv']) {
      expect(read(second, name)).toBe(read(first, name));
    }
  });

  it('takes the first rows of a table with labels and indices', async () => {
    const images = { source: 'csv', path: 'images.csv', root: 'images', count: 9 };
    const spec = lab.spec({ images, draws: 2, eligibility: 'own' });
    const out = await sweep(spec, 'table', '--backend', 'cpu', '--lanes', '1');
    const result = resultIn(out);
    expect(result.manifest.backend).toBe('cpu');
    const first = imageRows.parse(rows(out, 'images.csv')).filter(({ count }) => count === 0);
    const labels = new Map(first.map(({ image, label }) => [image, label]));
    expect([...labels]).toEqual([
      ...[0, 1, 2, 3, 4, 5].map((index) => [`red/${index}.png`, 0]),
      ...[0, 1, 2].map((index) => [`green/${index}.png`, 1]),
    ]);
    expect(execFileSync(process.execPath, [RECOMPUTE, out], { encoding: 'utf8' })).toMatch(
      /agrees/,
    );
  });

  it('measures a bundled model on Roadside', async () => {
    const spec = lab.spec({
      models: ['vgg'],
      images: { source: 'roadside', count: 24 },
      grid: { counts: [1, 2048] },
    });
    const result = resultIn(await sweep(spec, 'bundled', '--lanes', '1'));
    expect(result.models.map(({ inputSize }) => inputSize)).toEqual([[64, 64, 3]]);
    expect(result.clean['vgg']?.images).toBe(24);
    expect(result.clean['vgg']?.correct).toBeGreaterThan(18);
    const [few, many] = result.cells;
    expect(many?.wrong).toBeGreaterThan(few?.wrong ?? 24);
  });

  it('replaces an earlier result and leaves other files alone', async () => {
    lab.write('again/result.json', 'earlier');
    const grid = { counts: [1] };
    const out = lab.path('again');
    lab.write('again/notes.txt', 'mine');
    const { code } = await runLab(['sweep', lab.spec({ grid }), '--out', out, '--lanes', '1']);
    expect(code).toBe(0);
    expect(readdirSync(out).sort()).toEqual([
      'cells.csv',
      'images.csv',
      'notes.txt',
      'result.json',
    ]);
    expect(resultSchema.parse(JSON.parse(read(out, 'result.json'))).cells).toHaveLength(2);
  });
});

describe('Ctrl-C', () => {
  it('keeps what is done, says where, and ends with code 3', async () => {
    const counts = Array.from({ length: 60 }, (_, index) => index + 1);
    const spec = lab.spec({ draws: 200, grid: { counts } });
    const out = lab.path('stopped');
    let pressed = false;
    const { code, stderr } = await runLab(['sweep', spec, '--out', out], (text, interrupt) => {
      if (pressed || !/\d+ of .*classifications/.test(text)) return;
      pressed = true;
      interrupt();
    });
    expect({ code, pressed }).toEqual({ code: 3, pressed: true });
    expect(stderr).toContain(`interrupted; what is done is kept in ${out}`);
    expect(resultIn(out).manifest.complete).toBe(false);
    imageRows.parse(rows(out, 'images.csv'));
  });
});
