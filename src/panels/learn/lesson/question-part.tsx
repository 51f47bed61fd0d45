import { useId } from 'react';
import type { LessonAnswer, LessonId } from '../../../state/learn/lesson.ts';
import { questionOf } from '../../../state/learn/lessons.ts';
import { answerLesson } from '../../../state/learn/progress-store.ts';
import { Option } from '../../shared/controls/option.tsx';
import controls from '../../shared/controls/controls.module.css';
import classes from './question-part.module.css';
import { ShareSlider } from './share-slider.tsx';

interface QuestionPartProps {
  readonly id: LessonId;
  readonly answer: LessonAnswer | null;
  /** Once the result is known there is nothing left to predict. */
  readonly isLocked: boolean;
}

/** What a reader commits to before the experiment. */
export function QuestionPart({ id, answer, isLocked }: QuestionPartProps) {
  const question = questionOf(id);
  const textId = useId();
  return (
    <fieldset className={classes.question} disabled={isLocked} aria-labelledby={textId}>
      <p id={textId} className={classes.text}>
        {question.text}
      </p>
      {question.kind === 'share' ? (
        <ShareSlider
          label="Your prediction"
          unit={question.unit}
          value={typeof answer === 'number' ? answer : null}
          onValue={(value) => answerLesson(id, value)}
        />
      ) : (
        <div className={controls.options}>
          {question.options.map((option) => (
            <Option
              key={option.id}
              type="radio"
              name={`answer-${id}`}
              checked={option.id === answer}
              onChange={() => answerLesson(id, option.id)}
              title={option.title}
              detail={option.detail}
            />
          ))}
        </div>
      )}
    </fieldset>
  );
}
