import { expect, it } from 'vitest';
import { pageTitle } from '../../../../src/state/navigation/page-title.ts';

const quiet = { progress: null, file: null, panel: null };

it('is the name of the lab while nothing runs', () => {
  expect(pageTitle(quiet)).toBe('Pixelproof');
});

it('names a panel other than the home panel', () => {
  expect(pageTitle({ ...quiet, panel: 'Repair' })).toBe('Repair · Pixelproof');
});

it('starts with the progress of a run, and never says that all is done before it is', () => {
  const title = (state: 'starting' | 'running' | 'paused', share: number) =>
    pageTitle({ ...quiet, progress: { state, share } });
  expect(title('starting', 0)).toBe('Starting · Pixelproof');
  expect(title('running', 0.4268)).toBe('42\u00a0% · Pixelproof');
  expect(title('running', 0.9999)).toBe('99\u00a0% · Pixelproof');
  expect(title('paused', 0.5)).toBe('Paused at 50\u00a0% · Pixelproof');
});

it('names the file of an opened result', () => {
  expect(pageTitle({ ...quiet, file: 'monday.json' })).toBe('monday.json · Pixelproof');
});
