import type { LessonRun } from '../../../state/learn/learn-store.ts';
import type { LessonAnswer, LessonId } from '../../../state/learn/lesson.ts';
import { questionOf, statementOf, verdictOf } from '../../../state/learn/lessons.ts';
import { ExamplePictures } from './example-pictures.tsx';
import { LessonFigure } from './lesson-figure.tsx';
import { PicturesPart } from './pictures-part.tsx';
import classes from './result.module.css';
import { Step } from './step.tsx';

interface ResultPartProps {
  readonly id: LessonId;
  readonly run: LessonRun | null;
  readonly answer: LessonAnswer | null;
  /** Whether the experiment was run to its end, now or at an earlier visit. */
  readonly isFinished: boolean;
}

/** What the experiment showed, beside what the reader expected. */
export function ResultPart({ id, run, answer, isFinished }: ResultPartProps) {
  const found = run?.found ?? null;
  return (
    <Step number={4} heading="The result">
      <div className={classes.said} aria-live="polite">
        {found === null ? (
          <p className={classes.waiting}>{waitingText(answer, run, isFinished)}</p>
        ) : (
          <Said found={found} answer={answer} />
        )}
      </div>
      <LessonFigure id={id} found={found} answer={answer} hint={hintText(id, answer, found)} />
      {found === null ? <ExamplePictures id={id} /> : <Points found={found} />}
      {run?.phase === 'done' && <PicturesPart key={`${id} ${run.seed}`} id={id} />}
    </Step>
  );
}

interface SaidProps {
  readonly found: NonNullable<LessonRun['found']>;
  readonly answer: LessonAnswer | null;
}

function Said({ found, answer }: SaidProps) {
  return (
    <>
      <p className={classes.headline}>{statementOf(found).headline}</p>
      {answer !== null && <p className={classes.verdict}>{verdictOf(found, answer)}</p>}
    </>
  );
}

function Points({ found }: Pick<SaidProps, 'found'>) {
  return (
    <ul className={classes.points}>
      {statementOf(found).points.map((point) => (
        <li key={point}>{point}</li>
      ))}
    </ul>
  );
}

function waitingText(
  answer: LessonAnswer | null,
  run: LessonRun | null,
  isFinished: boolean,
): string {
  if (run?.phase === 'running') return 'The workers are computing. The result appears here.';
  if (answer === null) return 'First say what you expect. Then the experiment shows what is so.';
  if (isFinished) return 'You have finished this lesson. Run it again to see its result.';
  return 'Your prediction stands. Run the experiment to see what is so.';
}

function hintText(
  id: LessonId,
  answer: LessonAnswer | null,
  found: LessonRun['found'],
): string | null {
  if (found !== null) return null;
  // Two figures side by side leave no room for words.
  if (id === 'magnitude') return null;
  if (questionOf(id).kind === 'share' && answer !== null) return null;
  return 'The result is drawn here.';
}
