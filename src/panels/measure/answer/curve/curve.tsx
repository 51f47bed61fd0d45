import { useCallback, useMemo } from 'react';
import { useStore } from 'zustand';
import { FigureView } from '../../../../charts/figure/figure-view.tsx';
import type { FigurePlace } from '../../../../run/figure/figure-types.ts';
import { pixelsOf } from '../../../../run/number-text.ts';
import { viewStore } from '../../../../state/answer/view-store.ts';
import { useInputSizes, type ShownRun } from '../use-shown-run.ts';
import { nearestCount } from './active-count.ts';
import { curveAxes } from './curve-axes.ts';
import { CurveControls, ScaleChoice } from './curve-controls.tsx';
import { CurveNotice } from './curve-notice.tsx';
import { cellAt, curvePanels, placeOf } from './curve-panels.ts';
import classes from './curve.module.css';
import { columnTitle, figureTitle } from './figure-texts.ts';
import { panelLines } from './panel-lines.ts';
import { SaveFigure } from './save-figure.tsx';

/** The run as curves: one panel of models, or a panel a model. */
export function Curve({ shown }: { readonly shown: ShownRun }) {
  const { spec, estimates } = shown;
  const measure = useStore(viewStore, (state) => state.measure);
  const scale = useStore(viewStore, (state) => state.scale);
  const linesBy = useStore(viewStore, (state) => state.linesBy);
  const held = useStore(viewStore, (state) => state.held);
  const wanted = useStore(viewStore, (state) => state.activeCount);
  const pinned = useStore(viewStore, (state) => state.pinned);
  const { show, pin } = viewStore.getState();
  const sizes = useInputSizes(shown);

  const positions = useMemo(() => [...spec.grid.counts].sort((a, b) => a - b), [spec]);
  const lines = useMemo(() => panelLines(spec.grid, linesBy, held), [spec, linesBy, held]);
  const axes = useMemo(() => curveAxes(spec, measure, scale, sizes), [spec, measure, scale, sizes]);
  const panels = useMemo(
    () => curvePanels(estimates, measure, spec, lines),
    [estimates, measure, spec, lines],
  );
  const active = nearestCount(positions, wanted);
  const place = useMemo(() => placeOf(pinned, lines), [pinned, lines]);
  const pinPlace = useCallback(
    (at: FigurePlace | null) => pin(at && cellAt(at, lines)),
    [pin, lines],
  );

  return (
    <div className={classes.curve}>
      <CurveControls spec={spec} />
      <div className={classes.title}>
        <p className={classes.axisTitle}>{axes.y.title}</p>
        <ScaleChoice spec={spec} />
        <SaveFigure shown={shown} panels={panels} axes={axes} lines={lines} />
      </div>
      <FigureView
        title={figureTitle(measure, spec)}
        label={`${figureTitle(measure, spec)}, one count at a time`}
        kind={positions.length > 1 ? 'curves' : 'dots'}
        panels={panels}
        axes={axes}
        positions={positions}
        active={active}
        onActive={show}
        pinned={place}
        onPin={pinPlace}
        nameOf={pixelsOf}
        readoutTitle={columnTitle(active, lines)}
        over={<CurveNotice spec={spec} panels={panels} />}
      />
      {positions.length > 1 && panels.length > 1 && (
        <p className={classes.axisTitle} aria-hidden="true">
          {axes.x.title}
        </p>
      )}
    </div>
  );
}
