import { createStore } from 'zustand/vanilla';
import type { SpecPixelValue } from '../../../protocol/spec.ts';

export const questionIds = ['fragile', 'where', 'worst', 'boundary'] as const;

export type QuestionId = (typeof questionIds)[number];

/** What can be chosen, each from a short list. */
export const questionChoices = {
  values: ['replace', ...[10, 40, 70, 100, 127].map((offset) => ({ offset }))],
  fragileDraws: [100, 1000, 5000],
  sides: [1, 2, 4, 8, 16],
  placeDraws: [5, 10, 20, 50],
  pixels: [1, 3, 5],
  generations: [10, 20, 50],
} as const satisfies {
  readonly values: readonly SpecPixelValue[];
  readonly [name: string]: readonly unknown[];
};

export interface QuestionState {
  /** The question that is shown; null leaves it to what has been answered. */
  readonly chosen: QuestionId | null;
  /** Id of the model that questions to one model are about; null is the first of those shown. */
  readonly model: string | null;
  /** Draws at each count. */
  readonly fragile: {
    readonly draws: number;
    readonly value: SpecPixelValue;
    readonly seed: number;
  };
  /** `side` of a cell in pixels, and draws of each cell. */
  readonly where: {
    readonly side: number;
    readonly draws: number;
    readonly value: SpecPixelValue;
    readonly seed: number;
  };
  readonly worst: { readonly pixels: number; readonly generations: number; readonly seed: number };
}

/** What would be asked about the picture. */
export const questionStore = createStore<QuestionState>()(() => ({
  chosen: null,
  model: null,
  fragile: { draws: 1000, value: 'replace', seed: 7 },
  where: { side: 4, draws: 20, value: 'replace', seed: 7 },
  worst: { pixels: 1, generations: 20, seed: 7 },
}));

type QuestionSettings = Pick<QuestionState, 'fragile' | 'where' | 'worst'>;

/** Changes some settings of a question. */
export function setQuestion<Id extends keyof QuestionSettings>(
  id: Id,
  change: Partial<QuestionSettings[Id]>,
): void {
  questionStore.setState((state) => ({ chosen: id, [id]: { ...state[id], ...change } }));
}
