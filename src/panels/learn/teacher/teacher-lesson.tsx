import { goToLesson, learnLink } from '../../../state/learn/follow-learn.ts';
import { expectedOf, expectedSeed, type ExpectedFigure } from '../../../state/learn/expected.ts';
import type { LessonId } from '../../../state/learn/lesson.ts';
import { lessons, questionOf } from '../../../state/learn/lessons.ts';
import { ScrollBox } from '../../../charts/tracks/scroll-box.tsx';
import { teacherNotes } from './teacher-notes.ts';
import classes from './teacher-page.module.css';

interface TeacherLessonProps {
  readonly id: LessonId;
  readonly number: number;
}

/** Goals, timing, expected results and questions of one lesson. */
export function TeacherLesson({ id, number }: TeacherLessonProps) {
  const { minutes, goals, questions } = teacherNotes[id];
  const { outcome, figures } = expectedOf(id);
  const question = questionOf(id);
  const option =
    question.kind === 'choice' ? question.options.find((each) => each.id === outcome) : undefined;
  return (
    <section className={classes.lesson} aria-labelledby={`teacher-${id}`}>
      <h3 id={`teacher-${id}`} className={classes.name}>
        {number}.{' '}
        <a
          href={learnLink(id)}
          onClick={(event) => {
            if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
            event.preventDefault();
            goToLesson(id);
            window.scrollTo(0, 0);
          }}
        >
          {lessons[id].title}
        </a>
        <span className={classes.minutes}>{minutes} minutes</span>
      </h3>
      <div className={classes.columns}>
        <div>
          <h4 className={classes.heading}>Goals</h4>
          <ul className={classes.list}>
            {goals.map((goal) => (
              <li key={goal}>{goal}</li>
            ))}
          </ul>
          <h4 className={classes.heading}>To discuss</h4>
          <ul className={classes.list}>
            {questions.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </div>
        <div>
          <h4 className={classes.heading}>Expected with seed {expectedSeed}</h4>
          {option !== undefined && (
            <p className={classes.small}>The answer that the figures support: “{option.title}”.</p>
          )}
          <ExpectedTable label={`Expected results: ${lessons[id].title}`} figures={figures} />
        </div>
      </div>
    </section>
  );
}

interface ExpectedTableProps {
  readonly label: string;
  readonly figures: readonly ExpectedFigure[];
}

function ExpectedTable({ label, figures }: ExpectedTableProps) {
  return (
    <ScrollBox label={label}>
      <table className={classes.table} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">Figure</th>
            <th scope="col">Expected</th>
            <th scope="col">Tolerance</th>
          </tr>
        </thead>
        <tbody>
          {figures.map(({ id, name, value, unit, tolerance }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              <td>{unit === '' ? value : `${value.toFixed(1)}\u00a0${unit}`}</td>
              <td>
                ±{tolerance}
                {unit !== '' && '\u00a0points'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
