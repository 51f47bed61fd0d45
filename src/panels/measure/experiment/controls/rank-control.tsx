import { useId } from 'react';
import { useStore } from 'zustand';
import { pixelsOf } from '../../../../run/number-text.ts';
import type { RankCell } from '../../../../protocol/spec.ts';
import { samePixelValue } from '../../../../run/pixel-values.ts';
import { rankCellOf } from '../../../../run/plan.ts';
import { experimentStore } from '../../../../state/experiment/experiment-store.ts';
import { regionText, valueText } from '../../../shared/sentence/phrases.ts';
import { Explained } from '../../../terms/explained.tsx';
import classes from '../../../shared/controls/controls.module.css';

/** The one setting at which models are ranked and compared in pairs. */
export function RankControl() {
  const spec = useStore(experimentStore, (state) => state.spec);
  const edit = useStore(experimentStore, (state) => state.edit);
  const { counts, values, regions } = spec.grid;
  const cell = rankCellOf(spec);
  const choose = (changes: Partial<RankCell>) => edit({ rankAt: { ...cell, ...changes } });

  return (
    <div className={classes.control}>
      <Choice
        label="Pixels"
        options={counts.map(pixelsOf)}
        chosen={counts.indexOf(cell.count)}
        onChoose={(at) => choose({ count: counts[at] ?? cell.count })}
      />
      <Choice
        label="Change"
        options={values.map(valueText)}
        chosen={values.findIndex((value) => samePixelValue(value, cell.value))}
        onChoose={(at) => choose({ value: values[at] ?? cell.value })}
      />
      <Choice
        label="Area"
        options={regions.map(regionText)}
        chosen={regions.indexOf(cell.region)}
        onChoose={(at) => choose({ region: regions[at] ?? cell.region })}
      />
      <p className={classes.hint}>
        <Explained text="Every pair of models is tested at this one setting (McNemar, corrected by Holm); the curve shows all of them." />
      </p>
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly options: readonly string[];
  readonly chosen: number;
  readonly onChoose: (position: number) => void;
}

function Choice({ label, options, chosen, onChoose }: ChoiceProps) {
  const id = useId();
  if (options.length < 2) return null;
  return (
    <div className={classes.field}>
      <label htmlFor={id} className={classes.label}>
        {label}
      </label>
      <select
        id={id}
        className={classes.select}
        value={chosen}
        onChange={(event) => onChoose(Number(event.currentTarget.value))}
      >
        {options.map((option, position) => (
          <option key={option} value={position}>
            {option}
          </option>
        ))}
      </select>
    </div>
  );
}
