import { useMemo } from 'react';
import { FigureView } from '../../../charts/figure/figure-view.tsx';
import type { Found } from '../../../state/learn/found.ts';
import type { LessonAnswer, LessonId } from '../../../state/learn/lesson.ts';
import { chartOf } from '../charts/chart-of.ts';
import { useActivePosition } from '../../shared/figure/use-active-position.ts';
import classes from './result.module.css';

interface LessonFigureProps {
  readonly id: LessonId;
  readonly found: Found | null;
  readonly answer: LessonAnswer | null;
  /** Said over the empty axes; null where nothing needs to be said. */
  readonly hint: string | null;
}

/** The result of a lesson with the reader's prediction; empty axes before. */
export function LessonFigure({ id, found, answer, hint }: LessonFigureProps) {
  const chart = useMemo(() => chartOf(id, found, answer), [id, found, answer]);
  const { title, kind, panels, axes, positions, asked, nameOf } = chart;
  const place = useActivePosition(positions, asked);
  const { active } = place;
  return (
    <>
      {kind === 'curves' && (
        <p className={classes.figureTitle} aria-hidden="true">
          {axes.y.title}
        </p>
      )}
      <FigureView
        title={title}
        label={positions.length > 1 ? `${title}, one count at a time` : title}
        kind={kind}
        panels={panels}
        axes={axes}
        positions={positions}
        {...place}
        nameOf={nameOf}
        readoutTitle={kind === 'curves' ? `With ${nameOf(active)}` : axes.y.title}
        over={hint !== null && <p className={classes.hint}>{hint}</p>}
      />
    </>
  );
}
