import type { ArchivedExperiment } from '../../src/state/archive/archived-run.ts';
import type { RunContent } from '../../src/state/archive/run-content.ts';
import { keptRecord } from '../../src/state/archive/kept-record.ts';
import { planSweep } from '../../src/run/plan.ts';
import { Predictions } from '../../src/run/predictions.ts';
import type { SweepRecord } from '../../src/run/sweep-types.ts';
import { presetSpec } from '../../src/state/experiment/presets.ts';

const loaded = (id: string) => ({
  id,
  inputSize: [64, 64, 3] as const,
  classes: 12,
  parameters: 1,
  multiplyAdds: 1,
});

/** A record in which image i is class i mod 12, and every changed image is too. */
export function constructedRecord(images = 20): SweepRecord {
  const spec = {
    ...presetSpec('count'),
    models: ['resnet', 'vgg'],
    images: { source: 'roadside' as const, split: 'test' as const, count: images },
  };
  const models = spec.models.map(loaded);
  const plan = planSweep(spec, images, models);
  const predictions = Predictions.empty(plan);
  for (const [model] of models.entries()) {
    const { clean, changed, absDelta } = predictions.data;
    for (const classes of [clean[model], ...(changed[model] ?? [])]) {
      classes?.forEach((_, image) => {
        classes[image] = image % 12;
      });
    }
    for (const deltas of absDelta[model] ?? []) deltas.fill(0.5);
  }
  return {
    spec,
    plan,
    images: {
      refs: Array.from({ length: images }, (_, index) => ({ kind: 'roadside', index })),
      labels: Uint16Array.from({ length: images }, (_, image) => image % 12),
      classNames: ['stop', 'yield'],
      hash: 'ab'.repeat(32),
    },
    models: models.map((model) => ({ loaded: model, hash: 'cd'.repeat(32) })),
    predictions,
  };
}

const ran = { start: '2026-11-22T10:00:00.000Z', seconds: 3, backends: ['wasm'], lanes: 2 };

export function constructedContent(images = 20): RunContent {
  return {
    kind: 'sweep',
    result: null,
    record: keptRecord(constructedRecord(images), ran),
    snapshot: null,
  };
}

export function constructedRun(change: Partial<ArchivedExperiment> = {}): ArchivedExperiment {
  return {
    version: 3,
    id: 'one',
    kind: 'sweep',
    name: 'count',
    tags: [],
    created: 1000,
    updated: 1000,
    state: 'cancelled',
    share: 0.5,
    bytes: 0,
    error: null,
    deleted: null,
    spec: constructedRecord(1).spec,
    ...change,
  };
}
