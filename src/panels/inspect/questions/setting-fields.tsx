import { useState } from 'react';
import { useStore } from 'zustand';
import type { SpecPixelValue } from '../../../protocol/spec.ts';
import { formatPixelValue } from '../../../run/pixel-values.ts';
import { parseWhole } from '../../../state/experiment/whole-number.ts';
import { inspectStore } from '../../../state/inspect/inspect-store.ts';
import { questionChoices } from '../../../state/inspect/questions/question-store.ts';
import { modelName } from '../../../state/models/model-list.ts';
import classes from './questions.module.css';

interface ChoiceFieldProps<T extends number | string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly name: string }[];
  readonly onValue: (value: T) => void;
}

/** One of a few, as a list that opens. */
export function ChoiceField<T extends number | string>(props: ChoiceFieldProps<T>) {
  const { label, value, options, onValue } = props;
  return (
    <label className={classes.field}>
      {label}
      <select
        value={value}
        onChange={({ currentTarget }) => {
          const chosen = options.find((each) => String(each.value) === currentTarget.value);
          if (chosen !== undefined) onValue(chosen.value);
        }}
      >
        {options.map((each) => (
          <option key={each.value} value={each.value}>
            {each.name}
          </option>
        ))}
      </select>
    </label>
  );
}

const values: readonly SpecPixelValue[] = questionChoices.values;

interface ValueFieldProps {
  readonly value: SpecPixelValue;
  readonly onValue: (value: SpecPixelValue) => void;
}

/** How the values of a pixel change. */
export function ValueField({ value, onValue }: ValueFieldProps) {
  return (
    <ChoiceField
      label="Values"
      value={formatPixelValue(value)}
      options={values.map((each) => ({
        value: formatPixelValue(each),
        name: each === 'replace' ? 'Random values' : `Up to ±${each.offset}`,
      }))}
      onValue={(text) =>
        onValue(values.find((each) => formatPixelValue(each) === text) ?? 'replace')
      }
    />
  );
}

interface ModelFieldProps {
  readonly model: string;
  readonly onModel: (model: string) => void;
}

/** One of the models side by side. */
export function ModelField({ model, onModel }: ModelFieldProps) {
  const models = useStore(inspectStore, (state) => state.models);
  return (
    <ChoiceField
      label="Model"
      value={model}
      options={models.map((id) => ({ value: id, name: modelName(id) }))}
      onValue={onModel}
    />
  );
}

interface SeedFieldProps {
  readonly seed: number;
  readonly onSeed: (seed: number) => void;
}

/** The number that decides all that is random. */
export function SeedField({ seed, onSeed }: SeedFieldProps) {
  const [draft, setDraft] = useState({ text: String(seed), seed });
  // A seed from elsewhere takes the place of what was typed.
  const text = draft.seed === seed ? draft.text : String(seed);
  const range = { min: 0, max: Number.MAX_SAFE_INTEGER };
  const isWrong = parseWhole(text, range) === null;
  return (
    <label className={classes.field}>
      Seed
      <input
        inputMode="numeric"
        autoComplete="off"
        aria-invalid={isWrong}
        {...(isWrong && { title: 'A whole number of at least 0' })}
        value={text}
        onChange={({ currentTarget }) => {
          const whole = parseWhole(currentTarget.value, range);
          setDraft({ text: currentTarget.value, seed: whole ?? seed });
          if (whole !== null) onSeed(whole);
        }}
      />
    </label>
  );
}
