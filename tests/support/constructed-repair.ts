import { clopperPearson } from '../../src/core/clopper-pearson.ts';
import { mcnemarExact } from '../../src/core/mcnemar.ts';
import { pixelIndexOfFractions } from '../../src/core/pixel-index.ts';
import type {
  RepairAttackResult,
  RepairDistanceResult,
  RepairResult,
  RepairTable,
} from '../../src/protocol/repair-result.ts';
import { repairResultSchema } from '../../src/protocol/repair-result.ts';
import type { RepairSpec } from '../../src/protocol/repair.ts';
import { withHolm } from '../../src/run/repair/against.ts';
import { paperRepair } from '../../src/state/repair/repair-draft.ts';

/** Images that a repair has mended and spoilt. */
export type Changes = readonly [mended: number, spoilt: number];

export interface ConstructedRepair {
  /** Held-out images. */
  readonly images: number;
  /** Test counts. */
  readonly counts: readonly number[];
  /** Of them, how many the original has right unchanged, and at a count. */
  readonly clean: number;
  readonly right: (count: number) => number;
  readonly models: readonly {
    readonly count: number;
    readonly clean: Changes;
    readonly at: (count: number) => Changes;
  }[];
  readonly repair?: Partial<RepairSpec>;
  readonly complete?: boolean;
}

const share = (correct: number, images: number) => ({
  images,
  correct,
  accuracy: images === 0 ? null : correct / images,
  interval: images === 0 ? null : clopperPearson(correct, images),
});

function compared([mended, spoilt]: Changes) {
  return { mended, spoilt, p: mcnemarExact(mended, spoilt), pHolm: null };
}

function tableOf({ images, counts, clean, right, models }: ConstructedRepair): RepairTable {
  const cellOf = (model: string, count: number, correct: number) => ({
    model,
    count,
    value: 'replace' as const,
    region: 1,
    ...share(correct, images),
    eligible: images,
    wrong: images - correct,
    pi: pixelIndexOfFractions((images - correct) / images, count / 4096, 1, 1),
    piInterval: null,
  });
  const rows = [
    { model: 'resnet', ...share(clean, images), against: null },
    ...models.map((model) => ({
      model: `resnet-repaired-${model.count}`,
      ...share(clean + model.clean[0] - model.clean[1], images),
      against: compared(model.clean),
    })),
  ];
  const cells = [
    ...counts.map((count) => ({ ...cellOf('resnet', count, right(count)), against: null })),
    ...models.flatMap((model) =>
      counts.map((count) => {
        const [mended, spoilt] = model.at(count);
        const correct = right(count) + mended - spoilt;
        const against = compared([mended, spoilt]);
        return { ...cellOf(`resnet-repaired-${model.count}`, count, correct), against };
      }),
    ),
  ];
  const judged = withHolm([...rows, ...cells].map(({ against }) => ({ against })));
  return {
    images,
    draws: 1,
    imageSetHash: '',
    clean: rows.map((row, at) => ({ ...row, against: judged[at]?.against ?? null })),
    cells: cells.map((row, at) => ({ ...row, against: judged[rows.length + at]?.against ?? null })),
    px5: [],
  };
}

/** A repair whose answers are written down beforehand; intervals and tests are the lab's own. */
export function constructRepair(options: ConstructedRepair): RepairResult {
  const { images, counts, models, repair = {}, complete = true } = options;
  const paper = paperRepair('resnet');
  return repairResultSchema.parse({
    version: 1,
    kind: 'repair',
    spec: {
      ...paper,
      images: { ...paper.images, count: images },
      grid: { ...paper.grid, counts: [...counts] },
      repair: { ...paper.repair, counts: models.map(({ count }) => count), ...repair },
    },
    manifest: {
      versions: {},
      backend: 'wasm',
      lanes: 1,
      start: '2026-01-31T12:00:00.000Z',
      seconds: 1,
      modelHashes: {},
      complete,
    },
    original: {
      id: 'resnet',
      inputSize: [64, 64, 3],
      classes: [0, 1],
      parameters: 1,
      hash: 'original',
      linearHead: true,
    },
    sets: {
      train: { images: 100, hash: 'train' },
      validation: { images: 50, hash: 'validation' },
      test: { images, hash: 'test' },
    },
    repaired: models.map(({ count }) => ({
      id: `resnet-repaired-${count}`,
      count,
      hash: `hash ${count}`,
      trainable: 1,
      samples: 100,
      taken: 1,
      epochs: [],
      seconds: 1,
    })),
    heldOut: tableOf(options),
    trainedOn: null,
    attacks: null,
    distances: null,
    distanceValues: null,
  });
}

interface ConstructedAttack {
  readonly attack: 'fgsm' | 'pgd';
  readonly craftedOn: 'original' | 'itself';
  readonly model: string;
  readonly examples: number;
  readonly fooled: number;
  readonly correct: number;
  /** Null for the original. */
  readonly changes: Changes | null;
}

/** Rows of attacks at ε = 4 on `images` images. */
export function constructAttacks(
  images: number,
  rows: readonly ConstructedAttack[],
): RepairAttackResult[] {
  return withHolm(
    rows.map(({ attack, craftedOn, model, examples, fooled, correct, changes }) => {
      const rate = share(fooled, examples);
      const right = share(correct, images);
      return {
        model,
        attack,
        epsilon: 4,
        craftedOn,
        examples,
        fooled,
        rate: rate.accuracy,
        interval: rate.interval,
        images,
        correct,
        accuracy: right.accuracy,
        accuracyInterval: right.interval,
        against: changes && compared(changes),
      };
    }),
  );
}

/** A row of distances whose test stands alone. */
export function constructDistance(
  model: string,
  space: RepairDistanceResult['space'],
  images: number,
  larger: number,
): RepairDistanceResult {
  const p = mcnemarExact(larger, images - larger);
  const { accuracy, interval } = share(larger, images);
  const summary = { q10: 0.1, median: 1, q90: 2 };
  return {
    model,
    space,
    images,
    larger,
    equal: 0,
    share: accuracy,
    interval,
    p,
    pHolm: p,
    before: summary,
    after: summary,
  };
}
