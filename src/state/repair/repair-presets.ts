import type { RepairArm, RepairSpec } from '../../protocol/repair.ts';
import type { RepairExperiment } from '../../run/repair/repair-types.ts';
import { paperRepair, sameRepair } from './repair-draft.ts';
import { imagesOfRole, withImages } from './repair-images.ts';

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

/** A repair with the images of another, where these are a person's own. */
function withOwnImages(spec: RepairExperiment, of: RepairExperiment): RepairExperiment {
  if (of.images.source === 'roadside') return spec;
  let next = withImages(spec, 'test', of.images);
  for (const role of ['train', 'validation'] as const) {
    next = withImages(next, role, imagesOfRole(of, role));
  }
  const { classes } = of.repair;
  return classes === undefined ? next : { ...next, repair: { ...next.repair, classes } };
}

/** The repair of a preset, for the model, with the seed and with the own images of another one. */
export function repairPreset(name: RepairPresetName, of: RepairExperiment): RepairExperiment {
  const paper = paperRepair(of.repair.model);
  const { testImages, repair } = changes[name];
  const preset = {
    ...paper,
    seed: of.seed,
    ...(testImages !== undefined && { images: { ...paper.images, count: testImages } }),
    repair: { ...paper.repair, ...repair },
  };
  return withOwnImages(preset, of);
}

/** The preset whose settings a repair has; null for settings of one's own. */
export function repairPresetOf(spec: RepairExperiment): RepairPresetName | null {
  return repairPresetNames.find((name) => sameRepair(repairPreset(name, spec), spec)) ?? null;
}
