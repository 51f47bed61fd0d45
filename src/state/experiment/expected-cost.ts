import type { BackendName } from '../../protocol/lane.ts';
import { attackEffort, attackSettings } from '../../run/attack/attack-plan.ts';
import { estimateCost, type Cost } from '../../run/estimate.ts';
import type { LanePlan } from '../../run/sweep-types.ts';
import { specModelId } from '../../protocol/model-id.ts';
import type { Spec } from '../../protocol/spec.ts';
import type { ModelFacts } from '../models/model-facts.ts';
import { gridCells } from '../../run/plan.ts';

/**
 * Multiply-adds a second of one lane, for a machine on which nothing has been measured yet: small
 * networks reach 10 to 17 billion on one WASM lane of a current processor. A GPU is not guessed.
 */
const usualRate: Readonly<Partial<Record<BackendName, number>>> = { wasm: 10e9, cpu: 0.1e9 };

export interface ExpectedCost extends Cost {
  /** Whether the seconds rest on earlier runs on this machine. */
  readonly isMeasured: boolean;
}

/** Seconds of one image on one lane, by model: as measured here, else guessed; left out where neither. */
export function expectedSeconds(
  ids: readonly string[],
  backend: BackendName | undefined,
  cards: Readonly<Record<string, ModelFacts>>,
  measured: Readonly<Record<string, number>> | undefined,
): Record<string, number> {
  const rate = backend && usualRate[backend];
  const known = ids.flatMap((id): [string, number][] => {
    const card = cards[id];
    const seconds = measured?.[id] ?? (card && rate && card.multiplyAdds / rate);
    return seconds === undefined ? [] : [[id, seconds]];
  });
  return Object.fromEntries(known);
}

/**
 * Passes over the eligible images, and how many classifications of them these take: for an attack
 * one pass a size, each of many classifications.
 */
function passesOf({ grid, draws, attack, seed }: Pick<Spec, 'grid' | 'draws' | 'attack' | 'seed'>) {
  const changes = gridCells(grid).length * draws;
  if (attack === undefined) return { passes: changes, effort: changes };
  const efforts = attackSettings(attack, seed).map((each) => attackEffort(each, changes));
  return { passes: efforts.length, effort: efforts.reduce((sum, each) => sum + each, 0) };
}

/**
 * What an experiment will cost on the backend that it would start with. The classifications of an
 * attack are the images that are classified or attacked, as its run counts them.
 */
export function expectedCost(
  spec: Pick<Spec, 'models' | 'images' | 'eligibility' | 'draws' | 'grid' | 'attack' | 'seed'>,
  plan: LanePlan | undefined,
  cards: Readonly<Record<string, ModelFacts>>,
  measured: Readonly<Record<string, number>> | undefined,
): ExpectedCost {
  const ids = spec.models.map(specModelId);
  const expected = expectedSeconds(ids, plan?.backend, cards, measured);
  const models = ids.map((id) => {
    const card = cards[id];
    const secondsPerImage = expected[id];
    return {
      ...(card && card.test.images > 0 && { accuracy: card.test.correct / card.test.images }),
      ...(secondsPerImage !== undefined && { secondsPerImage }),
    };
  });
  const { passes, effort } = passesOf(spec);
  const costOf = (cells: number) =>
    estimateCost({
      images: spec.images.count ?? 0,
      cells,
      draws: 1,
      eligibility: spec.eligibility,
      models,
      lanes: plan?.lanes ?? 1,
    });
  const { classifications } = costOf(passes);
  const { seconds } = costOf(effort);
  return { classifications, seconds, isMeasured: ids.every((id) => measured?.[id] !== undefined) };
}
