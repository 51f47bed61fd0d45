import { useState } from 'react';
import { useStore } from 'zustand';
import { experimentStore } from '../../../../state/experiment/experiment-store.ts';
import { presetNames, presetOf, presetSpec } from '../../../../state/experiment/presets.ts';
import classes from './preset-row.module.css';
import { presetTexts } from './preset-texts.ts';

interface PresetRowProps {
  readonly isLocked: boolean;
  /** Opens the sentence for a grid of one's own. */
  readonly onCustom: () => void;
}

type Choice = keyof typeof presetTexts;

const choices: readonly Choice[] = [...presetNames, 'custom'];

/** The questions of the paper, each of which fills the grid of the sentence. */
export function PresetRow({ isLocked, onCustom }: PresetRowProps) {
  const spec = useStore(experimentStore, (state) => state.spec);
  const replace = useStore(experimentStore, (state) => state.replace);
  const [looked, setLooked] = useState<Choice | null>(null);
  const active = presetOf(spec) ?? 'custom';

  const choose = (choice: Choice) => {
    if (choice === 'custom') onCustom();
    else replace(presetSpec(choice, spec));
  };

  return (
    <div className={classes.presets}>
      <fieldset className={classes.row} aria-label="Presets">
        {choices.map((choice) => (
          <button
            key={choice}
            type="button"
            className={classes.preset}
            aria-pressed={choice === active}
            aria-describedby="preset-asks"
            disabled={isLocked}
            onClick={() => choose(choice)}
            onPointerEnter={() => setLooked(choice)}
            onPointerLeave={() => setLooked(null)}
            onFocus={() => setLooked(choice)}
            onBlur={() => setLooked(null)}
          >
            {presetTexts[choice].title}
          </button>
        ))}
      </fieldset>
      <p id="preset-asks" className={classes.asks}>
        {presetTexts[looked ?? active].asks}
        <span className={classes.source}>{presetTexts[looked ?? active].source}</span>
      </p>
    </div>
  );
}
