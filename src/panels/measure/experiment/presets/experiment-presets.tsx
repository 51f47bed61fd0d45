import { useStore } from 'zustand';
import { viewStore } from '../../../../state/answer/view-store.ts';
import { experimentStore } from '../../../../state/experiment/experiment-store.ts';
import { presetNames, presetOf, presetSpec } from '../../../../state/experiment/presets.ts';
import { PresetRow } from '../../../shared/presets/preset-row.tsx';
import { presetTexts } from './preset-texts.ts';

interface ExperimentPresetsProps {
  readonly isLocked: boolean;
  /** Opens the sentence for a grid of one's own. */
  readonly onCustom: () => void;
}

type Choice = keyof typeof presetTexts;

const choices: readonly Choice[] = [...presetNames, 'custom'];

/** The questions of the paper, each of which fills the grid of the sentence. */
export function ExperimentPresets({ isLocked, onCustom }: ExperimentPresetsProps) {
  const spec = useStore(experimentStore, (state) => state.spec);
  const replace = useStore(experimentStore, (state) => state.replace);

  const choose = (choice: Choice) => {
    if (choice === 'custom') onCustom();
    else {
      replace(presetSpec(choice, spec));
      // The measure that the preset asks about.
      viewStore.getState().setMeasure(choice === 'pi' ? 'pi' : 'accuracy');
    }
  };

  return (
    <PresetRow
      names={choices}
      texts={presetTexts}
      active={presetOf(spec) ?? 'custom'}
      isLocked={isLocked}
      onChoose={choose}
    />
  );
}
