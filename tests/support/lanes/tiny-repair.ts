import { roadsideImages } from '../../../src/images/roadside-set.ts';
import { modelHash } from '../../../src/protocol/model-hash.ts';
import { parseSpec } from '../../../src/protocol/parse-spec.ts';
import { checkRepair } from '../../../src/run/repair/check-repair.ts';
import type { RepairOptions } from '../../../src/run/repair/repair-types.ts';
import { tinyModel } from './tiny-model.ts';

const TEST = 24;

export function tinyRepairSpec(repair: Readonly<Record<string, unknown>> = {}, spec: object = {}) {
  return checkRepair(
    parseSpec({
      version: 1,
      seed: 3,
      models: ['tiny'],
      images: { source: 'roadside', count: TEST },
      eligibility: 'own',
      grid: { counts: [4, 64] },
      repair: {
        model: 'tiny',
        counts: [4, 64],
        images: 36,
        validationImages: 12,
        epochs: 4,
        batch: 12,
        learningRate: 0.02,
        attackImages: 10,
        distanceImages: 10,
        ...repair,
      },
      ...spec,
    }),
  );
}

/** A repair of a tiny network by two counts, judged on 24 images. */
export function tinyRepair(
  openLane: RepairOptions['openLane'],
  repair: Readonly<Record<string, unknown>> = {},
  options: Partial<RepairOptions> = {},
): RepairOptions {
  const spec = tinyRepairSpec(repair);
  const files = tinyModel('tiny', 1);
  return {
    spec,
    model: { files, hash: modelHash(files.data) },
    train: roadsideImages('train', spec.repair.images),
    validation: roadsideImages('validation', spec.repair.validationImages),
    test: roadsideImages('test', TEST),
    openLane,
    backends: [{ backend: 'wasm', lanes: 2 }],
    versions: {},
    ...options,
  };
}
