import { clopperPearson } from '../../src/core/clopper-pearson.ts';
import type { AttackResult, Share } from '../../src/protocol/attack-result.ts';
import { specSchema } from '../../src/protocol/spec.ts';

/** One model under one attack: examples made, and how many of them each count restores. */
export interface ConstructedArm {
  readonly model: string;
  /** Null for a search. */
  readonly epsilon: number | null;
  readonly eligible: number;
  readonly examples: number;
  /** By position in the counts. */
  readonly restored: readonly number[];
  readonly zeroGradients?: number;
  readonly withoutGradient?: number;
}

interface ConstructedAttack {
  readonly counts: readonly number[];
  readonly arms: readonly ConstructedArm[];
  readonly eligibility?: 'common' | 'own';
  readonly complete?: boolean;
}

function share(count: number, trials: number): Share {
  return {
    count,
    share: trials === 0 ? null : count / trials,
    interval: trials === 0 ? null : clopperPearson(count, trials),
  };
}

const unique = <T>(list: readonly T[]): T[] => [...new Set(list)];

/** The result of an attack that found what is said; what is not restored stays adversarial. */
export function constructedAttack(parts: ConstructedAttack): AttackResult {
  const { counts, arms, eligibility = 'common', complete = true } = parts;
  const models = unique(arms.map(({ model }) => model));
  const epsilons = unique(arms.flatMap(({ epsilon }) => epsilon ?? []));
  const spec = specSchema.parse({
    version: 1,
    seed: 7,
    models,
    images: { source: 'roadside', split: 'test', count: 100 },
    eligibility,
    grid: { counts },
    attack: epsilons.length === 0 ? { kind: 'one-pixel' } : { kind: 'fgsm', epsilon: epsilons },
  });
  const keyOf = ({ model, epsilon }: ConstructedArm) => ({
    model,
    epsilon,
    pixels: epsilon === null ? 1 : null,
  });
  return {
    version: 1,
    kind: 'attack',
    spec,
    manifest: {
      versions: {},
      backend: 'wasm',
      lanes: 1,
      start: '2026-01-01T00:00:00.000Z',
      seconds: 1,
      imagesPerSecond: 1,
      modelHashes: {},
      imageSetHash: '',
      complete,
    },
    models: models.map((id) => ({ id, inputSize: [64, 64, 3], hash: '' })),
    clean: Object.fromEntries(models.map((id) => [id, { images: 100, correct: 100 }])),
    eligibility,
    eligible: Object.fromEntries(arms.map(({ model, eligible }) => [model, eligible])),
    attacks: arms.map((arm) => ({
      ...keyOf(arm),
      eligible: arm.eligible,
      examples: share(arm.examples, arm.eligible),
      pi: null,
      piInterval: null,
      changedShare: 1,
      zeroGradients: arm.epsilon === null ? null : (arm.zeroGradients ?? 0),
      withoutGradient: arm.withoutGradient ?? 0,
      largestDelta: arm.epsilon ?? 255,
      queries: arm.epsilon === null ? 100 : null,
    })),
    cells: arms.flatMap((arm) =>
      counts.map((count, at) => {
        const restored = arm.restored[at] ?? 0;
        return {
          ...keyOf(arm),
          count,
          value: 'replace' as const,
          region: 1,
          rect: [64, 64] as [number, number],
          examples: arm.examples,
          restored: share(restored, arm.examples),
          stillAdversarial: share(arm.examples - restored, arm.examples),
          otherWrong: share(0, arm.examples),
          meanAbsDelta: arm.examples === 0 ? null : 85,
        };
      }),
    ),
  };
}
