import { imageSetHash } from '../../../src/images/image-set-hash.ts';
import type { ImageRef } from '../../../src/protocol/image-ref.ts';
import { parseSpec } from '../../../src/protocol/parse-spec.ts';
import { preprocessSchema, type SpecInput } from '../../../src/protocol/spec.ts';
import { NO_LABEL } from '../../../src/run/labels.ts';
import type { ImageSet } from '../../../src/run/image-set.ts';
import type { RunOptions, SweepModel, SweepOptions } from '../../../src/run/sweep-types.ts';
import { arithmeticLabel } from './classifier.ts';
import type { ArithmeticModel } from './lane.ts';
import type { LaneYard } from './open.ts';

export const SIDE = 8;
export const IMAGES = 40;

/** Images 0, 1, 2, … under indices that are not their positions. */
export function arithmeticImages(count = IMAGES): ImageSet {
  const refs = Array.from({ length: count }, (_, position): ImageRef => ({
    kind: 'roadside',
    index: 1000 + position,
  }));
  const labels = Uint16Array.from(refs, (_, position) =>
    arithmeticLabel(1000 + position, SIDE, SIDE),
  );
  return { refs, labels, classNames: [], hash: imageSetHash(refs, labels) };
}

/** Those of {@link arithmeticImages}, with nobody to say what they show, and how a spec names them. */
export const unlabelled = {
  images: () => {
    const images = arithmeticImages();
    return { ...images, labels: images.labels.map(() => NO_LABEL) };
  },
  spec: { images: { source: 'folder', path: 'photographs', labels: 'predicted' } } as const,
};

export function arithmeticModel(id: string, model: Partial<ArithmeticModel> = {}): SweepModel {
  const topology = JSON.stringify({ seed: 1, noise: 60, size: [SIDE, SIDE], ...model });
  const data = { format: 'tfjs', topology, weights: new ArrayBuffer(0) } as const;
  const files = {
    id,
    data,
    preprocess: preprocessSchema.parse({}),
  };
  return { files, hash: `hash of ${id}` };
}

export const threeModels: readonly SweepModel[] = [
  arithmeticModel('calm', { seed: 1, noise: 20 }),
  arithmeticModel('fair', { seed: 2, noise: 60 }),
  arithmeticModel('wild', { seed: 3, noise: 120 }),
];

/** A small run of any kind on three models, two values and two regions. */
export function anyExperiment(
  yard: LaneYard,
  spec: Partial<SpecInput>,
  { models = threeModels }: Partial<Pick<RunOptions, 'models'>>,
): RunOptions {
  return {
    spec: parseSpec({
      version: 1,
      name: 'arithmetic',
      seed: 7,
      models: models.map(({ files }) => files.id),
      images: { source: 'roadside', split: 'test', count: IMAGES },
      grid: { counts: [1, 4, 16], values: ['replace', { offset: 100 }], regions: [1, 0.75] },
      ...spec,
    }),
    images: arithmeticImages(),
    models,
    openLane: yard.open,
    backends: [{ backend: 'cpu', lanes: 2 }],
    versions: { pixelproof: 'test' },
  };
}

/** A small sweep of three models, two values and two regions; parts can be replaced. */
export function experiment(
  yard: LaneYard,
  spec: Partial<SpecInput> = {},
  options: Partial<SweepOptions> = {},
): SweepOptions {
  return { ...anyExperiment(yard, spec, options), ...options };
}
