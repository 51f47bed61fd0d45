import { VisuallyHidden } from '@mantine/core';
import type { MouseEvent } from 'react';
import { useStore } from 'zustand';
import { goToLesson, learnLink } from '../../../state/learn/follow-learn.ts';
import { learnStore, type LearnPlace } from '../../../state/learn/learn-store.ts';
import { lessonIds } from '../../../state/learn/lesson.ts';
import { lessons } from '../../../state/learn/lessons.ts';
import { progressStore } from '../../../state/learn/progress-store.ts';
import classes from './lesson-nav.module.css';

interface LessonNavProps {
  readonly place: LearnPlace;
}

/** The lessons in their order, which of them are finished, and the way to the teacher's page. */
export function LessonNav({ place }: LessonNavProps) {
  const progress = useStore(progressStore, (state) => state.lessons);
  return (
    <nav className={classes.nav} aria-label="Lessons">
      <ol className={classes.list}>
        {lessonIds.map((id, at) => {
          const isFinished = (progress[id]?.finished ?? null) !== null;
          return (
            <li key={id}>
              <PlaceLink place={id} isCurrent={place === id}>
                <span className={classes.dot} data-finished={isFinished} aria-hidden="true">
                  {isFinished ? '✓' : at + 1}
                </span>
                <VisuallyHidden>Lesson {at + 1}: </VisuallyHidden>
                <span className={classes.title}>{lessons[id].short}</span>
                {isFinished && <VisuallyHidden>, finished</VisuallyHidden>}
              </PlaceLink>
            </li>
          );
        })}
      </ol>
      <PlaceLink place="teacher" isCurrent={place === 'teacher'}>
        For teachers
      </PlaceLink>
    </nav>
  );
}

interface PlaceLinkProps {
  readonly place: LearnPlace;
  readonly isCurrent: boolean;
  readonly children: React.ReactNode;
}

function PlaceLink({ place, isCurrent, children }: PlaceLinkProps) {
  // The link holds the seed.
  useStore(learnStore, (state) => state.seed);

  const choose = (event: MouseEvent) => {
    // A click that opens a tab or a window is the browser's.
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    goToLesson(place);
  };

  return (
    <a
      className={classes.link}
      href={learnLink(place)}
      {...(isCurrent && { 'aria-current': 'step' })}
      onClick={choose}
    >
      {children}
    </a>
  );
}
