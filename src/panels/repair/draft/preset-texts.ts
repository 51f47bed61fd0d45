import type { RepairPresetName } from '../../../state/repair/repair-presets.ts';
import type { PresetText } from '../../shared/presets/preset-row.tsx';

const traditional = 'As the paper’s, with other samples; compare in Measure';

/** What the presets are called and what each of them asks. */
export const presetTexts: Readonly<Record<RepairPresetName | 'custom', PresetText>> = {
  quick: {
    title: 'First look',
    asks: 'What does one small repair change?',
    source: '300 training images, one model, no attacks',
  },
  paper: {
    title: 'The paper’s',
    asks: 'Do changed pixels in training make a model robust?',
    source: 'Section 3.4 of the paper: up to 1,000 images, 20 epochs',
  },
  noise: {
    title: 'Noise',
    asks: 'Does Gaussian noise do as well as changed pixels?',
    source: traditional,
  },
  'flip-shift': {
    title: 'Flips, shifts',
    asks: 'Do flips and shifts do as well as changed pixels?',
    source: traditional,
  },
  erasing: {
    title: 'Erasing',
    asks: 'Does random erasing do as well as changed pixels?',
    source: traditional,
  },
  custom: {
    title: 'Custom',
    asks: 'Does something else make a difference?',
    source: 'Your own repair: change any underlined part',
  },
};
