import { useStore } from 'zustand';
import { learnLink } from '../../../state/learn/follow-learn.ts';
import { startOver } from '../../../state/learn/learn-controller.ts';
import { expectedSeed } from '../../../state/learn/expected.ts';
import { learnStore } from '../../../state/learn/learn-store.ts';
import { lessonIds } from '../../../state/learn/lesson.ts';
import { progressStore } from '../../../state/learn/progress-store.ts';
import controls from '../../shared/controls/controls.module.css';
import { useCopied } from '../lesson/use-copied.ts';
import { TeacherLesson } from './teacher-lesson.tsx';
import { teacherNotes } from './teacher-notes.ts';
import classes from './teacher-page.module.css';

/** What a teacher needs: goals, timing, expected results and questions; made to be printed too. */
export function TeacherPage() {
  const seed = useStore(learnStore, (state) => state.seed);
  const { said, copy } = useCopied();
  const minutes = lessonIds.reduce((sum, id) => sum + teacherNotes[id].minutes, 0);
  return (
    <article className={classes.page} aria-labelledby="teacher-title">
      <header className={classes.header}>
        <h2 id="teacher-title" className={classes.title}>
          For teachers
        </h2>
        <p className={classes.lead}>
          Six lessons of 15 to 20 minutes, {minutes} minutes in all with discussion. No knowledge of
          machine learning is needed. Each experiment runs in the browser in seconds; nothing is
          installed, no account is needed, and no picture leaves the machine.
        </p>
        <p className={classes.lead}>
          Each lesson asks for a prediction before it shows a result. Let everybody commit to a
          number first and collect the predictions on the board. With the links of this page all see
          the same figures, as the seed is part of the link; with other seeds, each group gets its
          own sample, and the class can compare intervals.
        </p>
        <div className={classes.actions}>
          <button
            type="button"
            className={controls.button}
            onClick={() => void copy(learnLink(lessonIds[0]))}
          >
            Copy link to the first lesson
          </button>
          <button type="button" className={controls.button} onClick={() => window.print()}>
            Print this page
          </button>
          <output className={classes.said}>{said}</output>
        </div>
      </header>
      {seed !== expectedSeed && (
        <p className={classes.note}>
          The links here have seed {seed}. The expected results are those of seed {expectedSeed}.
        </p>
      )}
      {lessonIds.map((id, at) => (
        <TeacherLesson key={id} id={id} number={at + 1} />
      ))}
      <StartOver />
    </article>
  );
}

/** Forgets what this browser has kept, for the next pupil. */
function StartOver() {
  const isEmpty = useStore(progressStore, ({ lessons }) => Object.keys(lessons).length === 0);
  return (
    <section className={classes.reset} aria-labelledby="start-over">
      <h3 id="start-over" className={classes.name}>
        Start over
      </h3>
      <p className={classes.small}>
        Answers and finished lessons are kept in this browser only. Before the next class they can
        be forgotten.
      </p>
      <button type="button" className={controls.button} disabled={isEmpty} onClick={startOver}>
        {isEmpty ? 'Nothing is kept' : 'Forget answers and progress'}
      </button>
    </section>
  );
}
