import { useStore } from 'zustand';
import type { FigurePanel } from '../../../../run/figure/figure-types.ts';
import type { Spec } from '../../../../protocol/spec.ts';
import { viewStore } from '../../../../state/answer/view-store.ts';
import { runStore } from '../../../../state/run/run-store.ts';
import classes from './curve.module.css';
import { expectedText } from './expected-text.ts';

interface CurveNoticeProps {
  readonly spec: Spec;
  readonly panels: readonly FigurePanel[];
}

/** Words over the axes: what will be drawn, or why nothing can be. */
export function CurveNotice({ spec, panels }: CurveNoticeProps) {
  const isIdle = useStore(runStore, ({ phase }) => phase === 'idle');
  const measure = useStore(viewStore, (state) => state.measure);
  const isEmpty = panels.every(({ series }) => series.every(({ points }) => points.size === 0));

  if (measure === 'pi' && spec.eligibility === 'all') {
    return (
      <p className={classes.empty}>
        Pi has no meaning here: it counts images that were right before a pixel was changed, and
        this experiment counts every image.
      </p>
    );
  }
  return isEmpty && isIdle ? <p className={classes.empty}>{expectedText(spec, measure)}</p> : null;
}
