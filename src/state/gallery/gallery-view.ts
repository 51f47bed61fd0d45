import { createStore } from 'zustand/vanilla';
import { attackViewStore, type PinnedAttack } from '../attack-answer/attack-view-store.ts';
import { viewStore } from '../answer/view-store.ts';

/** Which of the pictures behind a pinned cell are shown, and how. */
export interface GalleryView {
  /** Of a sweep: those that are wrong, or all. */
  readonly show: 'wrong' | 'all';
  /** One draw of each image alone; null for all. */
  readonly draw: number | null;
  /** Number of the first picture of the page, from 0. */
  readonly start: number;
  /** Number of the picture that is open at large; null where none is. */
  readonly opened: number | null;
  /** Whether changed pixels are ringed. */
  readonly rings: boolean;
}

/** What is looked at behind a cell; nothing measured depends on it. */
export const galleryView = createStore<GalleryView>()(() => ({
  show: 'wrong',
  draw: null,
  start: 0,
  opened: null,
  rings: true,
}));

/** Back to the first page of all draws; rings stay as they were chosen. */
function restart(): void {
  const { show, draw, start, opened } = galleryView.getInitialState();
  galleryView.setState({ show, draw, start, opened });
}

function cellText(pinned: PinnedAttack | null): string {
  const { outcome: _, ...cell } = pinned ?? { outcome: null };
  return JSON.stringify(cell);
}

viewStore.subscribe((now, before) => {
  if (JSON.stringify(now.pinned) !== JSON.stringify(before.pinned)) restart();
});

attackViewStore.subscribe((now, before) => {
  if (cellText(now.pinned) !== cellText(before.pinned)) restart();
  else if (now.pinned?.outcome !== before.pinned?.outcome) {
    galleryView.setState({ start: 0, opened: null });
  }
});
