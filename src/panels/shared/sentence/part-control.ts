import type { ComponentType } from 'react';

/** What a part of a sentence opens. */
export interface PartControl {
  readonly title: string;
  readonly Control: ComponentType;
}

/** What keeps a sentence from being run. */
export interface PartProblem {
  /** The part at fault; another name where no part is. */
  readonly part: string;
  /** What is wrong and what to change, for a person. */
  readonly message: string;
}
