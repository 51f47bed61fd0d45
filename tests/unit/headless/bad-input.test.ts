import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { refusal } from './refusal.ts';
import { runLab } from './run-lab.ts';
import { tinyLab } from './tiny-lab.ts';

const lab = tinyLab(2);
afterAll(() => lab.remove());

const grid = { counts: [1, 4], values: ['replace'], regions: [1] };

describe.concurrent(
  'a spec that is at fault ends with code 2, one line and nothing written',
  () => {
    it.each<[string, Record<string, unknown>, RegExp]>([
      ['an unknown model', { models: ['resnet9000'] }, /models\[0\].*"resnet9000"/],
      ['a fractional count', { grid: { ...grid, counts: [1.5] } }, /grid\.counts\[0\]/],
      ['a negative count', { grid: { ...grid, counts: [4, -1] } }, /grid\.counts\[1\]/],
      ['a count twice', { grid: { ...grid, counts: [4, 1, 4] } }, /grid\.counts\[2\]: 4/],
      ['an unknown key', { colour: 'red' }, /colour: unknown key/],
    ])('%s', async (_, changes, words) => {
      expect(await refusal(lab.spec(changes))).toMatch(words);
    });

    it('a count over the pixels of a region', async () => {
      const spec = lab.spec({ grid: { ...grid, counts: [1, 17], regions: [1, 0.5] } });
      expect(await refusal(spec)).toMatch(/grid\.counts\[1\]: 17 pixels.*4×4 = 16/);
    });

    it('no spec at the path', async () => {
      expect(await refusal(lab.path('none.json'))).toMatch(/none\.json: there is no such file/);
    });

    it('a spec that is not JSON', async () => {
      expect(await refusal(lab.write('bad.json', '{ "version": 1,'))).toMatch(
        /bad\.json: not JSON/,
      );
    });
  },
);

describe.concurrent('arguments that are at fault', () => {
  it('an output folder that is a file', async () => {
    const file = lab.write('taken', 'x');
    expect(await refusal(lab.spec(), file)).toMatch(/--out: .*taken: cannot be written/);
    expect(readFileSync(file, 'utf8')).toBe('x');
  });

  it('an output folder inside a file', async () => {
    expect(await refusal(lab.spec(), lab.path('taken/deep/er'))).toMatch(
      /--out: .*cannot be written/,
    );
  });

  it('an existing output folder stays as it was', async () => {
    lab.write('old/result.json', 'earlier');
    await refusal(lab.spec({ seed: 0.5 }), lab.path('old'));
    expect(readdirSync(lab.path('old'))).toEqual(['result.json']);
  });

  it('an unknown option', async () => {
    const { code, stdout, stderr } = await runLab(['sweep', 'a', '--out', 'c', '--speed', '3']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^arguments: Unknown option '--speed'; see "lab help"\n$/);
  });
});

describe('help', () => {
  it('explains the command', async () => {
    const { code, stdout, stderr } = await runLab(['--help']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/sweep SPEC\.json --out DIR/);
  });
});
