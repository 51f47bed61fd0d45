import type { PresetName } from '../../../../state/experiment/presets.ts';

interface PresetText {
  readonly title: string;
  /** What it asks, and where the paper asks it. */
  readonly asks: string;
}

/** What the presets are called and what each of them asks. */
export const presetTexts: Readonly<Record<PresetName | 'custom', PresetText>> = {
  count: {
    title: 'Count',
    asks: 'How many changed pixels does it take? Experiment 1 of the paper.',
  },
  magnitude: {
    title: 'Magnitude',
    asks: 'Does the size of the change matter? Experiment 2 of the paper.',
  },
  area: {
    title: 'Area',
    asks: 'Does it matter where the pixels lie? Experiment 3 of the paper.',
  },
  pi: {
    title: 'Pi comparison',
    asks: 'Which model has the smallest Pi? The paper’s 0.1276 % of the pixels is 5.2 of 64 × 64: here 5, or 0.1221 %.',
  },
  custom: {
    title: 'Custom',
    asks: 'Your own question: click any underlined part of the sentence.',
  },
};
