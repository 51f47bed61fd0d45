import { useId, type ReactNode } from 'react';
import { SaveMenu } from '../../../charts/export/save-menu.tsx';
import type { SavedFigure } from '../../../charts/export/saved-figure.ts';
import { FigureView, type FigureViewProps } from '../../../charts/figure/figure-view.tsx';
import type { SeriesStyle } from '../../../run/figure/series-style.ts';
import classes from '../answer/curve/curve.module.css';
import parts from './attack-answer.module.css';

interface AttackFigureProps extends Omit<FigureViewProps, 'kind'> {
  readonly heading: string;
  /** What is drawn, above the axes. */
  readonly controls: ReactNode;
  /** Name of the files that it is saved as, without their ending, and of the button that saves it. */
  readonly file: string;
  readonly saveLabel: string;
  /** Of a line in the saved figure's key. */
  readonly keyStyle: (style: SeriesStyle) => SeriesStyle;
  readonly caption: () => SavedFigure['caption'];
}

/** A figure of an attack, with its heading, its controls and the way to save it. */
export function AttackFigure(props: AttackFigureProps) {
  const { heading, controls, file, saveLabel, keyStyle, caption, ...figure } = props;
  const { title, axes, panels, positions } = figure;
  const id = useId();
  const isEmpty = panels.every(({ series }) => series.every(({ points }) => points.size === 0));
  const kind = positions.length > 1 ? 'curves' : 'dots';

  return (
    <section aria-labelledby={id} className={classes.curve}>
      <h3 id={id} className={parts.heading}>
        {heading}
      </h3>
      {controls}
      <div className={classes.title}>
        <p className={classes.axisTitle}>{axes.y.title}</p>
        <SaveMenu
          name={file}
          label={saveLabel}
          disabled={isEmpty}
          figure={() => ({
            title,
            kind,
            panels,
            axes,
            positions,
            legend: (panels[0]?.series ?? []).map(({ name, style }) => ({
              name,
              style: keyStyle(style),
            })),
            caption: caption(),
          })}
        />
      </div>
      <FigureView kind={kind} {...figure} />
      {kind === 'curves' && panels.length > 1 && (
        <p className={classes.axisTitle} aria-hidden="true">
          {axes.x.title}
        </p>
      )}
    </section>
  );
}
