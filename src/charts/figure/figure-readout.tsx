import { SeriesKey } from '../series-key.tsx';
import classes from './figure-readout.module.css';
import type { FigureSeries } from '../../run/figure/figure-types.ts';

interface FigureReadoutProps {
  readonly series: readonly FigureSeries[];
  /** What the lines belong to, for who hears the page; null for a figure of one panel. */
  readonly owner: string | null;
  readonly active: number;
  readonly pinned: { readonly series: string; readonly x: number } | null;
  readonly isCompact: boolean;
  readonly onEmphasise: (series: string | null) => void;
  readonly onPin: (x: number, series: string) => void;
}

/** The legend of one panel, which is also the readout of one column: each row pins its point. */
export function FigureReadout(props: FigureReadoutProps) {
  const { series, owner, active, pinned, isCompact, onEmphasise, onPin } = props;
  return (
    <ul className={classes.list} data-compact={isCompact}>
      {series.map(({ id, name, style, points }) => {
        const point = points.get(active);
        const label = owner === null ? name : `${owner}, ${name}`;
        return (
          <li key={id}>
            <button
              type="button"
              className={classes.row}
              aria-pressed={pinned?.series === id && pinned.x === active}
              aria-label={
                point === undefined
                  ? `${label}: not measured`
                  : `${label}: ${point.text}${point.range === null ? '' : ` (${point.range})`}, ${point.note}`
              }
              disabled={point === undefined}
              data-note={point?.note}
              onPointerEnter={() => onEmphasise(id)}
              onPointerLeave={() => onEmphasise(null)}
              onFocus={() => onEmphasise(id)}
              onBlur={() => onEmphasise(null)}
              onClick={() => onPin(active, id)}
            >
              <span className={classes.name}>
                <SeriesKey style={style} />
                {name}
              </span>
              <span className={classes.figures}>
                <span className={classes.value}>{point?.text ?? '–'}</span>
                <span className={classes.interval}>
                  {point === undefined
                    ? 'not measured'
                    : point.range !== null && `(${point.range})`}
                </span>
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
