import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { attackResultSchema, type AttackResult } from '../../../src/protocol/attack-result.ts';
import { runLab } from './run-lab.ts';
import { tinyLab } from './tiny-lab.ts';

const lab = tinyLab(6);
afterAll(() => lab.remove());

const attack = { kind: 'fgsm', epsilon: [8, 40] };
const grid = { counts: [1, 8], values: ['replace'], regions: [1] };
const spec = (changes: Record<string, unknown> = {}): string =>
  lab.spec({ attack, grid, ...changes });

const read = (folder: string, name: string): string => readFileSync(join(folder, name), 'utf8');
const rows = (folder: string, name: string): Record<string, string>[] =>
  z.array(z.record(z.string(), z.string())).parse(parse(read(folder, name), { columns: true }));

function resultIn(folder: string): AttackResult {
  expect(readdirSync(folder).sort()).toEqual(['cells.csv', 'images.csv', 'result.json']);
  return attackResultSchema.parse(JSON.parse(read(folder, 'result.json')));
}

async function run(path: string, name: string, ...options: string[]): Promise<string> {
  const out = lab.path(name);
  const { code, stdout, stderr } = await runLab(['attack', path, '--out', out, ...options]);
  expect({ code, stderr }).toMatchObject({ code: 0 });
  expect(stdout).toBe(`${out}\n`);
  return out;
}

/** Runs a command that must be refused, and returns its one line. */
async function refusal(command: string, path: string): Promise<string> {
  const { code, stdout, stderr } = await runLab([command, path, '--out', `${path}.out`]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(/^[^\n]+\n$/);
  return stderr;
}

describe('an attack', () => {
  it('writes a result, cells and classifications that agree, whatever the lanes and chunks', async () => {
    const out = await run(spec(), 'whole', '--lanes', '1');
    const result = resultIn(out);
    expect(result.manifest).toMatchObject({ backend: 'wasm', complete: true });
    expect(result.attacks.map(({ model, epsilon }) => `${model} ${epsilon}`)).toEqual([
      'net 8',
      'net 40',
      'stretched 8',
      'stretched 40',
    ]);
    const [weak, strong] = result.attacks;
    expect(strong?.examples.count).toBeGreaterThan(weak?.examples.count ?? Infinity);
    const cells = rows(out, 'cells.csv');
    expect(cells).toHaveLength(4 * 2);
    for (const [index, cell] of result.cells.entries()) {
      expect(cells[index]).toMatchObject({
        model: cell.model,
        epsilon: String(cell.epsilon),
        restored: String(cell.restored.count),
        otherWrong: String(cell.otherWrong.count),
      });
    }
    const images = rows(out, 'images.csv');
    const examples = images.filter(
      (row) =>
        row['model'] === 'net' &&
        row['epsilon'] === '40' &&
        row['count'] === '0' &&
        row['label'] !== row['predicted'],
    );
    expect(examples).toHaveLength(strong?.examples.count ?? -1);

    const other = await run(spec(), 'two-lanes', '--lanes', '2', '--chunk', '5');
    for (const name of ['images.csv', 'cells.csv']) expect(read(other, name)).toBe(read(out, name));
  });

  it.each([
    ['pgd', { kind: 'pgd', epsilon: 16, iterations: 3 }, null],
    ['one-pixel', { kind: 'one-pixel', pixels: 5, population: 10, generations: 3 }, 5],
  ])('takes the options of %s', async (name, of, pixels) => {
    const result = resultIn(await run(spec({ attack: of, draws: 2 }), name, '--lanes', '1'));
    expect(result.spec.attack).toMatchObject(of);
    expect(result.attacks.map((each) => each.pixels)).toEqual([pixels, pixels]);
    for (const { examples, queries } of result.attacks) {
      expect(examples.interval).not.toBeNull();
      expect(queries === null).toBe(pixels === null);
    }
  });
});

describe.concurrent('a spec that does not fit the command is refused', () => {
  it('by a sweep that meets an attack', async () => {
    expect(await refusal('sweep', spec())).toMatch(/^attack: .*lab attack/);
  });

  it('by an attack without one', async () => {
    expect(await refusal('attack', lab.spec())).toMatch(/^attack: missing; .*sweep/);
  });

  it('for an attack that there is not', async () => {
    const unknown = { attack: { kind: 'cw', epsilon: 8 } };
    expect(await refusal('attack', spec(unknown))).toMatch(/^attack\.kind: /);
  });
});

describe('Ctrl-C', () => {
  it('keeps the images that were attacked, and ends with code 3', async () => {
    const long = { kind: 'one-pixel', population: 500, generations: 400 };
    const out = lab.path('stopped');
    let pressed = false;
    const { code, stderr } = await runLab(
      ['attack', spec({ attack: long }), '--out', out, '--lanes', '1'],
      (text, interrupt) => {
        if (pressed || !/[1-9]\d* of .*images/.test(text)) return;
        pressed = true;
        interrupt();
      },
    );
    expect({ code, pressed }).toEqual({ code: 3, pressed: true });
    expect(stderr).toContain(`interrupted; what is done is kept in ${out}`);
    expect(resultIn(out).manifest.complete).toBe(false);
  });
});
