import { createStore } from 'zustand/vanilla';
import type { ModelFacts } from './model-facts.ts';

interface CardsState {
  /** By model; a model is missing here until its card has been read. */
  readonly cards: Readonly<Record<string, ModelFacts>>;
  readonly add: (card: ModelFacts) => void;
  readonly remove: (id: string) => void;
}

/** What is known of the models before any of them is opened. */
export const cardsStore = createStore<CardsState>()((set) => ({
  cards: {},
  add: (card) => set(({ cards }) => ({ cards: { ...cards, [card.id]: card } })),
  remove: (id) =>
    set(({ cards }) => ({
      cards: Object.fromEntries(Object.entries(cards).filter(([each]) => each !== id)),
    })),
}));
