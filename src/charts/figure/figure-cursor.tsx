import { useId, type KeyboardEvent } from 'react';
import classes from './figure-view.module.css';
import type { FigurePlace } from '../../run/figure/figure-types.ts';

type Line = Pick<FigurePlace, 'panel' | 'series'>;

interface FigureCursorProps {
  readonly label: string;
  /** What the marked column says. */
  readonly spoken: string;
  readonly positions: readonly number[];
  readonly active: number;
  readonly onActive: (x: number) => void;
  readonly lines: readonly Line[];
  readonly line: Line | null;
  readonly onLine: (line: Line | null) => void;
  readonly onPin: () => void;
}

/** The figure follows this control, which brings arrow keys and speech with it. */
export function FigureCursor(props: FigureCursorProps) {
  const { label, spoken, positions, active, onActive, lines, line, onLine, onPin } = props;
  const hint = useId();

  const move = (step: number) => {
    const at = lines.findIndex(
      ({ panel, series }) => panel === line?.panel && series === line.series,
    );
    // One place before the first line stands for all of them.
    const next = (at + 1 + step + lines.length + 1) % (lines.length + 1);
    onLine(lines[next - 1] ?? null);
  };
  const onKey = (event: KeyboardEvent) => {
    const act = {
      ArrowUp: () => move(-1),
      ArrowDown: () => move(1),
      Enter: onPin,
    }[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  };

  return (
    <>
      <input
        className={classes.cursor}
        type="range"
        min={0}
        max={Math.max(1, positions.length - 1)}
        step={1}
        value={Math.max(0, positions.indexOf(active))}
        aria-label={label}
        aria-describedby={hint}
        aria-valuetext={spoken}
        onChange={(event) => onActive(positions[Number(event.currentTarget.value)] ?? active)}
        onKeyDown={onKey}
        onBlur={() => onLine(null)}
      />
      <p id={hint} hidden>
        Left and right arrow keys move from count to count, up and down from line to line; Enter
        pins the point, Escape gives it up. The table below holds every figure.
      </p>
    </>
  );
}
