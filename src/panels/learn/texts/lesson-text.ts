import type { ReactNode } from 'react';

/** Where something was first shown or defined. */
export interface Source {
  readonly authors: string;
  readonly title: string;
  /** Journal or conference, and year. */
  readonly where: string;
  readonly href: string;
}

/** The words around an experiment. */
export interface LessonText {
  /** What is to be found out, in plain words; paragraphs. */
  readonly idea: ReactNode;
  /** What happens when the button is pressed. */
  readonly doing: string;
  /** Why it came out so, or what to think of it; paragraphs. */
  readonly why: ReactNode;
  readonly sources: readonly Source[];
}
