import classes from './share-slider.module.css';

interface ShareSliderProps {
  readonly label: string;
  /** "of 100 signs" */
  readonly unit: string;
  /** Null until it has been moved. */
  readonly value: number | null;
  readonly onValue: (value: number) => void;
}

/** A share of 100; unanswered until it is moved, clicked or confirmed with a key. */
export function ShareSlider({ label, unit, value, onValue }: ShareSliderProps) {
  return (
    <div className={classes.row}>
      <input
        type="range"
        className={classes.slider}
        data-answered={value !== null}
        aria-label={label}
        aria-valuetext={value === null ? 'not answered yet' : `${value} ${unit}`}
        min={0}
        max={100}
        step={1}
        value={value ?? 50}
        onChange={(event) => onValue(Number(event.currentTarget.value))}
        // The middle can be meant too: a click or a key there changes nothing by itself.
        onPointerUp={(event) => value === null && onValue(Number(event.currentTarget.value))}
        onKeyDown={(event) => {
          if (value === null && (event.key === 'Enter' || event.key === ' ')) onValue(50);
        }}
      />
      <output className={classes.value}>
        {value === null ? 'Move the slider' : <strong>{value}</strong>}
        {value !== null && <span className={classes.unit}> {unit}</span>}
      </output>
    </div>
  );
}
