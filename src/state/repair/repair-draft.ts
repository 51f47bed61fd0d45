import { createStore } from 'zustand/vanilla';
import type { RepairSpec } from '../../protocol/repair.ts';
import { specSchema, type Spec } from '../../protocol/spec.ts';
import { specModel } from '../models/spec-model.ts';
import { checkRepair } from '../../run/repair/check-repair.ts';
import type { RepairExperiment } from '../../run/repair/repair-types.ts';

/** Changed pixels of the paper's five repaired models, and of the draws that judge them. */
export const paperCounts: readonly number[] = [4, 8, 16, 32, 64];

/**
 * The paper's repair: 1,000 training images, the last layer free and started anew, 20 epochs at a
 * learning rate of 0.001; judged on 500 held-out test images.
 */
export function paperRepair(model: string): RepairExperiment {
  return checkRepair(
    specSchema.parse({
      version: 1,
      name: 'repair',
      seed: 7,
      models: [model],
      images: { source: 'roadside', split: 'test', count: 500 },
      eligibility: 'own',
      grid: { counts: [...paperCounts], values: ['replace'], regions: [1] },
      repair: { model, counts: [...paperCounts] },
    }),
  );
}

/** What the sentence of a repair changes. */
export interface RepairChanges {
  readonly seed?: number;
  /** Changed pixels of the draws that judge. */
  readonly judgedCounts?: readonly number[];
  readonly repair?: Partial<RepairSpec>;
}

interface RepairDraftState {
  readonly spec: RepairExperiment;
  readonly edit: (changes: RepairChanges) => void;
  readonly replace: (spec: RepairExperiment) => void;
}

/** The samples and the draws that judge use one value and one region; so does the model. */
function aligned(spec: RepairExperiment): RepairExperiment {
  const { model, value, region } = spec.repair;
  const grid: Spec['grid'] = { ...spec.grid, values: [value], regions: [region] };
  return { ...spec, models: [specModel(model)], grid };
}

/** The repair that runs next. */
export const repairDraft = createStore<RepairDraftState>()((set) => ({
  spec: paperRepair('resnet'),
  edit: ({ seed, judgedCounts, repair }) =>
    set(({ spec }) => ({
      spec: aligned({
        ...spec,
        ...(seed !== undefined && { seed }),
        ...(judgedCounts && { grid: { ...spec.grid, counts: [...judgedCounts] } }),
        repair: { ...spec.repair, ...repair },
      }),
    })),
  replace: (spec) => set({ spec }),
}));

function byKey(settings: RepairSpec): unknown[] {
  return Object.entries(settings).toSorted(([one], [other]) => (one < other ? -1 : 1));
}

/** Whether two repairs ask for the same. */
export function sameRepair(a: RepairExperiment, b: RepairExperiment): boolean {
  const text = ({ seed, images, eligibility, draws, grid, repair }: RepairExperiment) =>
    JSON.stringify([seed, images, eligibility, draws, grid, byKey(repair)]);
  return text(a) === text(b);
}
