import { goToLesson, learnLink } from '../../../state/learn/follow-learn.ts';
import { lessonIds, type LessonId } from '../../../state/learn/lesson.ts';
import { lessons } from '../../../state/learn/lessons.ts';
import type { LessonText } from '../texts/lesson-text.ts';
import { Step } from './step.tsx';
import view from './lesson-view.module.css';
import classes from './why-part.module.css';

interface WhyPartProps {
  readonly id: LessonId;
  readonly text: LessonText;
}

/** What to think of the result, where it comes from, and the way on. */
export function WhyPart({ id, text: { why, sources } }: WhyPartProps) {
  const next = lessonIds[lessonIds.indexOf(id) + 1];
  return (
    <Step number={5} heading="Why">
      <div className={view.prose}>{why}</div>
      <ul className={classes.sources} aria-label="Sources">
        {sources.map(({ authors, title, where, href }) => (
          <li key={href}>
            {authors}: <a href={href}>{title}</a>. {where}.
          </li>
        ))}
      </ul>
      {next !== undefined && (
        <a
          className={classes.next}
          href={learnLink(next)}
          onClick={(event) => {
            if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
            event.preventDefault();
            goToLesson(next);
            window.scrollTo(0, 0);
            document.getElementById('main')?.focus({ preventScroll: true });
          }}
        >
          Next: {lessons[next].title}
        </a>
      )}
    </Step>
  );
}
