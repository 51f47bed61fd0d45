import { useEffect } from 'react';
import { useStore } from 'zustand';
import { followLearnAddress } from '../../state/learn/follow-learn.ts';
import { cancelLesson } from '../../state/learn/learn-controller.ts';
import { learnStore } from '../../state/learn/learn-store.ts';
import classes from './learn-panel.module.css';
import { LessonView } from './lesson/lesson-view.tsx';
import { LessonNav } from './nav/lesson-nav.tsx';
import { TeacherPage } from './teacher/teacher-page.tsx';

/** Short lessons, each with a question, an experiment and what it shows. */
export function LearnPanel() {
  const place = useStore(learnStore, (state) => state.place);
  useEffect(() => {
    const stop = followLearnAddress();
    return () => {
      stop();
      // Who looks at another panel may want to compute there.
      cancelLesson();
    };
  }, []);

  return (
    <div className={classes.panel}>
      <LessonNav place={place} />
      {place === 'teacher' ? <TeacherPage /> : <LessonView key={place} id={place} />}
    </div>
  );
}
