import { existsSync } from 'node:fs';
import { expect } from 'vitest';
import { runLab } from './run-lab.ts';

/** Runs a sweep that must be refused, and returns its one line. */
export async function refusal(spec: string, out = `${spec}.out`): Promise<string> {
  const before = existsSync(out);
  const { code, stdout, stderr } = await runLab(['sweep', spec, '--out', out, '--lanes', '1']);
  expect({ code, stdout, stderr }).toMatchObject({ code: 2, stdout: '' });
  expect(stderr).toMatch(/^[^\n]+\n$/);
  expect(existsSync(out)).toBe(before);
  return stderr;
}
