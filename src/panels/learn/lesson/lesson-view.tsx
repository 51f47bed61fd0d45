import { useStore } from 'zustand';
import { learnStore } from '../../../state/learn/learn-store.ts';
import { lessonIds, type LessonId } from '../../../state/learn/lesson.ts';
import { lessons } from '../../../state/learn/lessons.ts';
import { progressStore } from '../../../state/learn/progress-store.ts';
import { lessonTexts } from '../texts/lesson-texts.ts';
import classes from './lesson-view.module.css';
import { QuestionPart } from './question-part.tsx';
import { ResultPart } from './result-part.tsx';
import { RunPart } from './run-part.tsx';
import { SeedPart } from './seed-part.tsx';
import { Step } from './step.tsx';
import { WhyPart } from './why-part.tsx';

/** One lesson: idea, prediction and experiment on the left, result and explanation on the right. */
export function LessonView({ id }: { readonly id: LessonId }) {
  const run = useStore(learnStore, ({ runs }) => runs[id] ?? null);
  const progress = useStore(progressStore, (state) => state.lessons[id]);
  const answer = progress?.answer ?? null;
  const found = run?.found ?? null;
  const isFinished = found !== null || (progress?.finished ?? null) !== null;
  const text = lessonTexts[id];

  return (
    <article className={classes.lesson} aria-labelledby="lesson-title">
      <div className={classes.card}>
        <header className={classes.header}>
          <p className={classes.number}>
            Lesson {lessonIds.indexOf(id) + 1} of {lessonIds.length}
          </p>
          <h2 id="lesson-title" className={classes.title}>
            {lessons[id].title}
          </h2>
        </header>
        <Step number={1} heading="The idea">
          <div className={classes.prose}>{text.idea}</div>
        </Step>
        <Step number={2} heading="Your prediction">
          <QuestionPart
            id={id}
            answer={answer}
            isLocked={run?.phase === 'running' || found !== null}
          />
        </Step>
        <Step number={3} heading="The experiment">
          <p className={classes.doing}>{text.doing}</p>
          <RunPart id={id} run={run} hasAnswer={answer !== null} />
          <SeedPart isLocked={run?.phase === 'running'} />
        </Step>
      </div>
      <div className={classes.card}>
        <ResultPart id={id} run={run} answer={answer} isFinished={isFinished} />
        {isFinished && <WhyPart id={id} text={text} />}
      </div>
    </article>
  );
}
