import type { PartControl } from '../../shared/sentence/part-control.ts';
import { ArmControl } from './controls/arm-control.tsx';
import { CountsControl } from './controls/counts-control.tsx';
import { EpochsControl } from './controls/epochs-control.tsx';
import { LayersControl } from './controls/layers-control.tsx';
import { ModelControl } from './controls/model-control.tsx';
import { RegionControl } from './controls/region-control.tsx';
import { SeedControl } from './controls/seed-control.tsx';
import { TestImagesControl } from './controls/test-images-control.tsx';
import { TrainingImagesControl } from './controls/training-images-control.tsx';
import { ValueControl } from './controls/value-control.tsx';
import type { RepairPart } from './repair-pieces.ts';

/** What each part of the sentence opens. */
export const repairParts: Readonly<Record<RepairPart, PartControl>> = {
  layers: { title: 'What is trained', Control: LayersControl },
  model: { title: 'Model to repair', Control: ModelControl },
  images: { title: 'Training images', Control: TrainingImagesControl },
  counts: { title: 'How many pixels', Control: CountsControl },
  arm: { title: 'How samples are made', Control: ArmControl },
  value: { title: 'What happens to the pixels', Control: ValueControl },
  region: { title: 'Where they may lie', Control: RegionControl },
  epochs: { title: 'How long', Control: EpochsControl },
  test: { title: 'Held-out test images', Control: TestImagesControl },
  seed: { title: 'Seed', Control: SeedControl },
};
