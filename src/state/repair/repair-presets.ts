import type { RepairArm, RepairSpec } from '../../protocol/repair.ts';
import type { RepairExperiment } from '../../run/repair/repair-types.ts';
import { paperRepair } from './repair-draft.ts';

export type RepairPresetName = 'quick' | 'paper' | 'noise' | 'flip-shift' | 'erasing';

export const repairPresetNames: readonly RepairPresetName[] = [
  'quick',
  'paper',
  'noise',
  'flip-shift',
  'erasing',
];

interface PresetChanges {
  readonly testImages?: number;
  readonly repair: Partial<RepairSpec>;
}

/** The paper's protocol with other samples; the one count is for the pictures that validate. */
const otherSamples = (arm: RepairArm): PresetChanges => ({ repair: { arm, counts: [4] } });

const changes: Readonly<Record<RepairPresetName, PresetChanges>> = {
  quick: {
    testImages: 200,
    repair: {
      images: 300,
      validationImages: 200,
      counts: [16],
      epochs: 10,
      epsilons: [],
      distanceImages: 100,
    },
  },
  paper: { repair: {} },
  noise: otherSamples('noise'),
  'flip-shift': otherSamples('flip-shift'),
  erasing: otherSamples('erasing'),
};

/** The repair of a preset, for the model and with the seed of another one. */
export function repairPreset(
  name: RepairPresetName,
  { seed, repair: { model } }: Pick<RepairExperiment, 'seed' | 'repair'>,
): RepairExperiment {
  const paper = paperRepair(model);
  const { testImages, repair } = changes[name];
  return {
    ...paper,
    seed,
    ...(testImages !== undefined && { images: { ...paper.images, count: testImages } }),
    repair: { ...paper.repair, ...repair },
  };
}

/** The preset whose settings a repair has; null for settings of one's own. */
export function repairPresetOf(spec: RepairExperiment): RepairPresetName | null {
  const text = ({ images, grid, repair }: RepairExperiment) =>
    JSON.stringify([images, grid, repair]);
  return repairPresetNames.find((name) => text(repairPreset(name, spec)) === text(spec)) ?? null;
}
