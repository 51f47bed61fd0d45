import type { PresetName } from '../../../../state/experiment/presets.ts';
import type { PresetText } from '../../../shared/presets/preset-row.tsx';

/** What the presets are called and what each of them asks. */
export const presetTexts: Readonly<Record<PresetName | 'custom', PresetText>> = {
  count: {
    title: 'Count',
    asks: 'How many changed pixels does it take?',
    source: 'Experiment 1 of the paper',
  },
  magnitude: {
    title: 'Magnitude',
    asks: 'Does the size of the change matter?',
    source: 'Experiment 2 of the paper',
  },
  area: {
    title: 'Area',
    asks: 'Does it matter where the pixels lie?',
    source: 'Experiment 3 of the paper',
  },
  pi: {
    title: 'Pi comparison',
    asks: 'Which model has the smallest Pi at one setting?',
    source: 'Paper: 0.1276 %, which is 5.2 of 64 × 64; here 5, 0.1221 %',
  },
  attack: {
    title: 'Attack',
    asks: 'Do a few random pixels undo an attack?',
    source: 'Experiment 4 of the paper',
  },
  custom: {
    title: 'Custom',
    asks: 'Does something else matter?',
    source: 'Your own experiment: change any underlined part',
  },
};
