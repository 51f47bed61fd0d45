import { useStore } from 'zustand';
import type { Eligibility } from '../../../../protocol/spec.ts';
import { experimentStore } from '../../../../state/experiment/experiment-store.ts';
import { OptionList } from '../../../shared/controls/option-list.tsx';

const choices: readonly { value: Eligibility; title: string; detail: string }[] = [
  {
    value: 'common',
    title: 'Those that all models get right',
    detail:
      'Before any pixel is changed. All models are judged on the same images, as in the paper.',
  },
  {
    value: 'own',
    title: 'Those that each model gets right itself',
    detail:
      'Every model keeps its own right images, so the denominators differ; pairs are compared on the images both get right.',
  },
  {
    value: 'all',
    title: 'Every image',
    detail:
      'Plain accuracy: mistakes on unchanged images count too. Pi and PX5 are then not defined and stay empty.',
  },
];

/** Which images count. */
export function EligibilityControl() {
  const { eligibility, attack } = useStore(experimentStore, (state) => state.spec);
  const edit = useStore(experimentStore, (state) => state.edit);

  // Only an image that was right before can become an adversarial example.
  const possible = choices.filter(({ value }) => attack === undefined || value !== 'all');

  return (
    <OptionList
      label="Images that count"
      name="eligibility"
      options={possible}
      chosen={eligibility}
      onChoose={(value) => edit({ eligibility: value })}
    />
  );
}
