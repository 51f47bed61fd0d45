import { useCallback, useMemo, type ReactNode } from 'react';
import { SeriesKey } from '../series-key.tsx';
import { CurvePanel } from './curve-panel.tsx';
import { DotPanel } from './dot-panel.tsx';
import { FigureReadout } from './figure-readout.tsx';
import type { FigureAxes, FigurePanel, FigurePlace } from '../../run/figure/figure-types.ts';
import classes from './figure-view.module.css';
import type { PanelView } from './panel-view.ts';
import { useSize } from './use-size.ts';

/** Rows of a whole figure have more room than those of one of several panels. */
function dotHeight({ heading, series }: FigurePanel): number {
  return series.length * (heading === null ? 52 : 28) + 40;
}

interface FigurePanelViewProps {
  readonly kind: 'curves' | 'dots';
  readonly panel: FigurePanel;
  readonly axes: FigureAxes;
  readonly positions: readonly number[];
  readonly active: number;
  readonly isEmpty: boolean;
  readonly emphasised: string | null;
  readonly pinned: FigurePlace | null;
  readonly readoutTitle: string;
  readonly onActive: (x: number) => void;
  readonly onLine: (line: Pick<FigurePlace, 'panel' | 'series'> | null) => void;
  readonly onPin: (place: FigurePlace) => void;
  readonly over: ReactNode;
}

/** One panel: its heading, its plot and the figures of the marked column. */
export function FigurePanelView(props: FigurePanelViewProps) {
  const { kind, panel, axes, positions, active, isEmpty, emphasised, pinned } = props;
  const { onActive, onLine, onPin } = props;
  const [plot, size] = useSize<HTMLDivElement>();
  const Panel = kind === 'curves' ? CurvePanel : DotPanel;
  const { id, heading } = panel;

  const emphasise = useCallback(
    (series: string | null) => onLine(series === null ? null : { panel: id, series }),
    [id, onLine],
  );
  const pin = useCallback(
    (x: number, series: string) => onPin({ panel: id, series, x }),
    [id, onPin],
  );
  const point = useCallback(
    (x: number, series: string | null) => {
      onActive(x);
      emphasise(series);
    },
    [onActive, emphasise],
  );
  const leave = useCallback(() => emphasise(null), [emphasise]);
  const view = useMemo(
    (): PanelView => ({
      panel,
      positions,
      active: isEmpty ? null : active,
      emphasised,
      pinned,
      onPoint: point,
      onLeave: leave,
      onPin: pin,
    }),
    [panel, positions, isEmpty, active, emphasised, pinned, point, leave, pin],
  );

  return (
    <section className={classes.panel} aria-label={heading?.name}>
      {heading !== null && (
        <h3 className={classes.heading}>
          <SeriesKey style={heading.style} />
          {heading.name}
        </h3>
      )}
      <div
        ref={plot}
        className={classes.plot}
        data-kind={kind}
        style={kind === 'dots' ? { height: dotHeight(panel) } : undefined}
      >
        <div className={classes.drawing} aria-hidden="true">
          {size !== null && (
            <Panel axes={axes} width={size.width} height={size.height} view={view} />
          )}
        </div>
        {props.over}
      </div>
      {heading === null && kind === 'curves' && (
        <p className={classes.axisTitle} aria-hidden="true">
          {axes.x.title}
        </p>
      )}
      <div className={classes.readout}>
        {heading === null && <p className={classes.column}>{props.readoutTitle}</p>}
        <FigureReadout
          series={panel.series}
          owner={heading?.name ?? null}
          active={active}
          pinned={pinned}
          isCompact={heading !== null}
          onEmphasise={emphasise}
          onPin={pin}
        />
      </div>
    </section>
  );
}
