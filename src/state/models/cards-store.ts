import { createStore } from 'zustand/vanilla';
import type { ModelCard } from '../../protocol/model-card.ts';

interface CardsState {
  /** By model; a model is missing here until its card has been read. */
  readonly cards: Readonly<Record<string, ModelCard>>;
  readonly add: (card: ModelCard) => void;
}

/** What is known of the bundled models before any of them is opened. */
export const cardsStore = createStore<CardsState>()((set) => ({
  cards: {},
  add: (card) => set(({ cards }) => ({ cards: { ...cards, [card.id]: card } })),
}));
