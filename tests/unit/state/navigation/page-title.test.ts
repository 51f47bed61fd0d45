import { expect, it } from 'vitest';
import { pageTitle } from '../../../../src/state/navigation/page-title.ts';

const quiet = { panel: null, phase: 'idle', share: 0, file: null } as const;

it('is the name of the lab while nothing runs', () => {
  expect(pageTitle(quiet)).toBe('Pixelproof');
  expect(pageTitle({ ...quiet, phase: 'done', share: 1 })).toBe('Pixelproof');
});

it('names a panel other than the home panel', () => {
  expect(pageTitle({ ...quiet, panel: 'Repair' })).toBe('Repair · Pixelproof');
});

it('starts with the progress of a run, and never says that all is done before it is', () => {
  expect(pageTitle({ ...quiet, phase: 'opening' })).toBe('Starting · Pixelproof');
  expect(pageTitle({ ...quiet, phase: 'running', share: 0.4268 })).toBe('42\u00a0% · Pixelproof');
  expect(pageTitle({ ...quiet, phase: 'running', share: 0.9999 })).toBe('99\u00a0% · Pixelproof');
  expect(pageTitle({ ...quiet, phase: 'paused', share: 0.5 })).toBe(
    'Paused at 50\u00a0% · Pixelproof',
  );
});

it('names the file of an opened result', () => {
  expect(pageTitle({ ...quiet, phase: 'opened', file: 'monday.json' })).toBe(
    'monday.json · Pixelproof',
  );
});
