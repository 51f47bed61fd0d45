import { integer } from '../../../run/number-text.ts';

interface StopSliderProps {
  readonly label: string;
  /** Increasing. */
  readonly stops: readonly number[];
  readonly value: number;
  readonly onValue: (value: number) => void;
}

/** A slider over chosen numbers; it stands at the nearest one, by ratio. */
export function StopSlider({ label, stops, value, onValue }: StopSliderProps) {
  const distances = stops.map((stop) => Math.abs(Math.log(stop / value)));
  const position = distances.indexOf(Math.min(...distances));

  return (
    <input
      type="range"
      aria-label={label}
      min={0}
      max={stops.length - 1}
      step={1}
      value={position}
      aria-valuetext={integer(value)}
      onChange={(event) => onValue(stops[Number(event.currentTarget.value)] ?? value)}
    />
  );
}
