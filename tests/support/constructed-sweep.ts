import type { SweepResult } from '../../src/protocol/result.ts';
import type { Spec } from '../../src/protocol/spec.ts';
import { aggregate } from '../../src/run/aggregate.ts';
import { planSweep, type Cell } from '../../src/run/plan.ts';
import { NOT_DONE, Predictions } from '../../src/run/predictions.ts';
import { sweepResult } from '../../src/run/sweep-result.ts';
import { presetSpec } from '../../src/state/experiment/presets.ts';

export interface ConstructedModel {
  readonly id: string;
  /** How many of the images, the last ones, are wrong without any change; 0 where left out. */
  readonly cleanWrong?: number;
  /** How many of the images, the first ones, are wrong at a cell. */
  readonly wrongAt: (cell: Cell) => number;
  /** How many of the images, the first ones, were finished at a cell; all where left out. */
  readonly doneAt?: (cell: Cell) => number;
  /** Height and width; 64 where left out. */
  readonly side?: number;
}

export interface Constructed {
  readonly models: readonly ConstructedModel[];
  readonly images: number;
  readonly changes?: Partial<Spec>;
  /** Whether the run was finished. */
  readonly complete?: boolean;
}

/** The result of a sweep whose predictions are written down beforehand; its figures are the lab's own. */
export async function constructSweep(options: Constructed): Promise<SweepResult> {
  const { models, images, changes = {}, complete = true } = options;
  const spec: Spec = {
    ...presetSpec('count'),
    ...changes,
    models: models.map(({ id }) => id),
    images: { source: 'roadside', split: 'test', count: images },
  };
  const loaded = models.map(({ id, side = 64 }) => ({
    id,
    inputSize: [side, side, 3] as const,
    classes: 2,
    parameters: 1,
    multiplyAdds: 1,
  }));
  const plan = planSweep(spec, images, loaded);
  const predictions = Predictions.empty(plan);
  for (const [model, { cleanWrong = 0, wrongAt, doneAt }] of models.entries()) {
    predictions
      .clean(model)
      .fill(0)
      .fill(1, images - cleanWrong);
    for (const cell of plan.cells) {
      for (let draw = 0; draw < plan.draws; draw += 1) {
        predictions
          .changed(model, cell.index, draw)
          .fill(0)
          .fill(1, 0, wrongAt(cell))
          .fill(NOT_DONE, doneAt?.(cell) ?? images);
      }
    }
  }
  const labels = new Uint16Array(images);
  const record = {
    spec,
    plan,
    images: { refs: [], labels, classNames: [], hash: '' },
    models: loaded.map((each) => ({ loaded: each, hash: '' })),
    predictions,
  };
  const figures = await aggregate({ spec, plan, labels, predictions: predictions.data });
  return sweepResult(record, figures, {
    backend: 'wasm',
    lanes: 1,
    seconds: 1,
    imagesPerSecond: 1,
    complete,
    versions: {},
    start: new Date(0).toISOString(),
  });
}
