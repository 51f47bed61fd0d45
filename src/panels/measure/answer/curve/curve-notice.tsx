import { useStore } from 'zustand';
import type { FigurePanel } from '../../../../run/figure/figure-types.ts';
import { pixelsOf } from '../../../../run/number-text.ts';
import type { Spec } from '../../../../protocol/spec.ts';
import { measureWords } from '../../../../run/finding/measure-words.ts';
import { viewStore } from '../../../../state/answer/view-store.ts';
import { runStore } from '../../../../state/run/run-store.ts';
import classes from './curve.module.css';

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
  return isEmpty && isIdle ? <p className={classes.empty}>{expected(spec)}</p> : null;
}

function expected(spec: Spec): string {
  const { counts, values, regions } = spec.grid;
  const { right } = measureWords(spec);
  const first = Math.min(...counts);
  const last = Math.max(...counts);
  if (values.length > 1 || regions.length > 1) {
    return 'One line for each setting is drawn here. A line that stays high is a robust model.';
  }
  return first === last
    ? `Each model gets one mark here: the share of images ${right} with ${pixelsOf(first)} changed.`
    : `Each model draws one line here: the share of images ${right}, from ${first} changed pixel${first === 1 ? '' : 's'} to ${last}. A line that stays high belongs to a robust model.`;
}
