import { SegmentedControl } from '@mantine/core';
import { useStore } from 'zustand';
import type { Spec } from '../../../protocol/spec.ts';
import {
  attackViewStore,
  type RecoveryView,
} from '../../../state/attack-answer/attack-view-store.ts';
import { outcomeNames, outcomes } from '../../../state/attack-answer/outcome-names.ts';
import { viewStore } from '../../../state/answer/view-store.ts';
import { epsilonsOf } from '../../../run/attack/attack-names.ts';
import classes from '../answer/curve/curve.module.css';
import { regionName, valueName } from '../answer/curve/setting-names.ts';
import type { RecoveryHeld } from './recovery-lines.ts';
import type { ShownAttack } from './use-shown-attack.ts';

function viewsOf(spec: Spec): { value: RecoveryView; label: string }[] {
  const names = outcomeNames(spec);
  return [
    { value: 'outcomes', label: 'All outcomes' },
    ...outcomes.map((value) => ({ value, label: names[value] })),
  ];
}

interface RecoveryControlsProps {
  readonly shown: ShownAttack;
  readonly held: RecoveryHeld;
}

/** What the chart of recovery draws, and what it holds fixed. */
export function RecoveryControls({ shown, held }: RecoveryControlsProps) {
  const view = useStore(attackViewStore, (state) => state.view);
  const { setView, setEpsilon } = attackViewStore.getState();
  const { hold } = viewStore.getState();
  const views = viewsOf(shown.spec);
  const epsilons = epsilonsOf(shown.attack);
  const { values, regions } = shown.spec.grid;

  return (
    <div className={classes.controls}>
      <Pick
        label="Outcome"
        options={views.map(({ label }) => label)}
        at={views.findIndex(({ value }) => value === view)}
        onPick={(at) => setView(views[at]?.value ?? 'outcomes')}
      />
      {view === 'outcomes' && epsilons.length > 1 && (
        <SegmentedControl
          size="sm"
          aria-label="Size of the attack"
          data={epsilons.map((each) => ({ value: String(each), label: `ε ${each}` }))}
          value={String(held.epsilon)}
          onChange={(each) => setEpsilon(Number(each))}
        />
      )}
      {values.length > 1 && (
        <Pick
          label="Magnitude"
          options={values.map(valueName)}
          at={values.findIndex((each) => valueName(each) === valueName(held.value))}
          onPick={(at) => hold({ value: values[at] ?? null })}
        />
      )}
      {regions.length > 1 && (
        <Pick
          label="Area"
          options={regions.map(regionName)}
          at={regions.indexOf(held.region)}
          onPick={(at) => hold({ region: regions[at] ?? null })}
        />
      )}
    </div>
  );
}

interface PickProps {
  readonly label: string;
  readonly options: readonly string[];
  readonly at: number;
  readonly onPick: (at: number) => void;
}

function Pick({ label, options, at, onPick }: PickProps) {
  return (
    <label className={classes.held}>
      {label}
      <select value={at} onChange={({ currentTarget }) => onPick(Number(currentTarget.value))}>
        {options.map((option, position) => (
          <option key={option} value={position}>
            {option}
          </option>
        ))}
      </select>
    </label>
  );
}
