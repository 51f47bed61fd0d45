import { beforeEach, expect, it } from 'vitest';
import type { SweepSnapshot } from '../../../../src/run/sweep-types.ts';
import { presetSpec } from '../../../../src/state/experiment/presets.ts';
import { runStore, shownResult } from '../../../../src/state/run/run-store.ts';
import { constructedAttack } from '../../../support/constructed-attack.ts';

const experiment = presetSpec('count');

function snapshot(phase: SweepSnapshot['phase'], done: number): SweepSnapshot {
  return {
    phase,
    done,
    total: 1920,
    totalIsEstimate: false,
    imagesPerSecond: null,
    secondsLeft: null,
    secondsElapsed: 1,
    backend: 'wasm',
    lanes: [],
    recoveries: [],
    clean: [],
    secondsPerImage: {},
    tallies: [],
    error: null,
  };
}

beforeEach(() => {
  runStore.setState(runStore.getInitialState(), true);
});

it('follows the phase of a run that is under way', () => {
  runStore.getState().begin(experiment, false);
  expect(runStore.getState().phase).toBe('opening');
  runStore.getState().progress(snapshot('running', 10));
  expect(runStore.getState().phase).toBe('running');
  runStore.getState().progress(snapshot('paused', 20));
  expect(runStore.getState().phase).toBe('paused');
});

it('is not done before the result is there', () => {
  runStore.getState().begin(experiment, false);
  runStore.getState().progress(snapshot('running', 10));
  runStore.getState().progress(snapshot('done', 1920));
  expect(runStore.getState().phase).toBe('running');
  runStore.getState().end({ phase: 'done', result: null, error: null });
  expect(runStore.getState().phase).toBe('done');
});

it('keeps what a cancelled run shows when the run goes on, and drops it when one starts anew', () => {
  runStore.getState().begin(experiment, false);
  runStore.getState().progress(snapshot('running', 10));
  runStore.getState().end({ phase: 'cancelled', result: null, error: null });
  runStore.getState().begin(experiment, true);
  expect(runStore.getState().snapshot?.done).toBe(10);
  runStore.getState().begin(experiment, false);
  expect(runStore.getState().snapshot).toBeNull();
});

it('shows the result of an attack as one, and lets go of it when a sweep starts', () => {
  const attack = constructedAttack({
    counts: [1],
    arms: [{ model: 'vgg', epsilon: 4, eligible: 40, examples: 10, restored: [2] }],
  });
  runStore.getState().begin(attack.spec, false);
  runStore.getState().end({ phase: 'done', result: attack, error: null });
  const shown = runStore.getState();
  expect([shown.result, shown.attackResult]).toEqual([null, attack]);
  expect(shownResult(shown)).toBe(attack);
  shown.begin(experiment, false);
  expect(shownResult(runStore.getState())).toBeNull();
});
