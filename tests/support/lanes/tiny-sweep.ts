import { specSchema } from '../../../src/protocol/spec.ts';
import { roadsideLabel } from '../../../src/images/roadside/render.ts';
import type { OpenLane } from '../../../src/run/lane-handle.ts';
import type { SweepOptions, SweepOutcome } from '../../../src/run/sweep-types.ts';
import { tinyModel } from './tiny-model.ts';

const IMAGES = 24;

/** A sweep of two tiny networks over 24 images and three counts: 192 classifications. */
export function tinySweep(
  openLane: OpenLane,
  backends: SweepOptions['backends'],
  options: Partial<SweepOptions> = {},
): SweepOptions {
  const models = [tinyModel('one', 1), tinyModel('two', 2)];
  return {
    spec: specSchema.parse({
      version: 1,
      seed: 7,
      models: models.map(({ id }) => id),
      images: { source: 'roadside', count: IMAGES },
      eligibility: 'all',
      grid: { counts: [1, 16, 128] },
    }),
    images: {
      refs: Array.from({ length: IMAGES }, (_, index) => ({ kind: 'roadside', index })),
      labels: Uint16Array.from({ length: IMAGES }, (_, index) => roadsideLabel(index)),
      classNames: [],
      hash: 'the first images of Roadside',
    },
    models: models.map((files) => ({ files, hash: files.id })),
    openLane,
    backends,
    versions: {},
    chunk: 8,
    ...options,
  };
}

/** Every prediction of a finished run. */
export function predictionsOf(outcome: SweepOutcome) {
  if (outcome.phase !== 'done') {
    throw new Error(`ended as ${outcome.phase}: ${'error' in outcome && outcome.error.message}`);
  }
  return outcome.record.predictions.data;
}
