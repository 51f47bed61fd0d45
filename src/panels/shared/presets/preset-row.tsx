import { useState } from 'react';
import classes from './preset-row.module.css';

/** What a preset is called and what it asks. */
export interface PresetText {
  readonly title: string;
  readonly asks: string;
  /** Where the question comes from. */
  readonly source: string;
}

interface PresetRowProps<Name extends string> {
  readonly names: readonly Name[];
  readonly texts: Readonly<Record<Name, PresetText>>;
  readonly active: Name;
  readonly isLocked: boolean;
  readonly onChoose: (name: Name) => void;
}

/** Questions that fill in the sentence below them. */
export function PresetRow<Name extends string>(props: PresetRowProps<Name>) {
  const { names, texts, active, isLocked, onChoose } = props;
  const [looked, setLooked] = useState<Name | null>(null);
  const { asks, source } = texts[looked ?? active];

  return (
    <div className={classes.presets}>
      <fieldset className={classes.row} aria-label="Presets">
        {names.map((name) => (
          <button
            key={name}
            type="button"
            className={classes.preset}
            aria-pressed={name === active}
            aria-describedby="preset-asks"
            disabled={isLocked}
            onClick={() => onChoose(name)}
            onPointerEnter={() => setLooked(name)}
            onPointerLeave={() => setLooked(null)}
            onFocus={() => setLooked(name)}
            onBlur={() => setLooked(null)}
          >
            {texts[name].title}
          </button>
        ))}
      </fieldset>
      <p id="preset-asks" className={classes.asks}>
        {asks}
        <span className={classes.source}>{source}</span>
      </p>
    </div>
  );
}
