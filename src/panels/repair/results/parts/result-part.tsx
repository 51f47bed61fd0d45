import { useId, type ReactNode } from 'react';
import { SaveMenu } from '../../../../charts/export/save-menu.tsx';
import type { SavedDrawing } from '../../../../charts/export/saved-drawing.ts';
import { Explained } from '../../../terms/explained.tsx';
import classes from './parts.module.css';

interface ResultPartProps {
  readonly heading: string;
  /** What is shown, in a sentence or two. */
  readonly text: ReactNode;
  /** Name of the saved files without their ending. */
  readonly file: string;
  /** Null where there is nothing to save. */
  readonly saved: SavedDrawing | null;
  /** Switches beside the heading. */
  readonly controls?: ReactNode;
  readonly children?: ReactNode;
}

/** A part of the answer: heading, switches, explanation, figure. */
export function ResultPart(props: ResultPartProps) {
  const { heading, text, file, saved, controls, children } = props;
  const id = useId();
  return (
    <section className={classes.part} aria-labelledby={id}>
      <div className={classes.head}>
        <h3 id={id} className={classes.heading}>
          {heading}
        </h3>
        {controls}
        {saved !== null && (
          <SaveMenu
            name={file}
            figure={() => saved}
            disabled={false}
            label={`Save figure: ${heading}`}
          />
        )}
      </div>
      <p className={classes.text}>{typeof text === 'string' ? <Explained text={text} /> : text}</p>
      {children}
    </section>
  );
}
