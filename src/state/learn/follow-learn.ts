import { panelAddress, panelIn } from '../navigation/panel-address.ts';
import { learnAddress, withLearnAddress } from './learn-address.ts';
import { DEFAULT_SEED, learnStore, type LearnPlace } from './learn-store.ts';
import { lessonIds } from './lesson.ts';
import { progressStore } from './progress-store.ts';

const panelId = 'learn';

/** The first lesson that is not finished; the first of all once all are. */
function nextPlace(): LearnPlace {
  const { lessons } = progressStore.getState();
  const open = lessonIds.find((id) => (lessons[id]?.finished ?? null) === null);
  return open ?? lessonIds[0];
}

function read(): void {
  if (panelIn(location.href) !== panelId) return;
  const { place, seed } = learnAddress(location.href);
  learnStore.setState((shown) => ({
    place: place ?? nextPlace(),
    seed: seed ?? (place === null ? shown.seed : DEFAULT_SEED),
  }));
}

function write(): void {
  const { place, seed } = learnStore.getState();
  const next = withLearnAddress(location.href, { place, seed });
  if (next !== location.href) history.replaceState(history.state, '', next);
}

/** The address of a place of the panel with the seed in use, without the rest of the page's address. */
export function learnLink(place: LearnPlace): string {
  const { seed } = learnStore.getState();
  const bare = new URL(location.pathname, location.href).href;
  return withLearnAddress(panelAddress(bare, panelId), { place, seed });
}

/** Shows another place of the panel, as a step that the browser's back button undoes. */
export function goToLesson(place: LearnPlace): void {
  if (place === learnStore.getState().place) return;
  learnStore.setState({ place });
  history.pushState(
    history.state,
    '',
    withLearnAddress(location.href, { place, seed: learnStore.getState().seed }),
  );
}

/** Changes the seed of the lessons, and with it their address. */
export function setLessonSeed(seed: number): void {
  learnStore.setState({ seed });
  write();
}

/** Opens what the address asks for and follows it; returns how to stop, which takes it out again. */
export function followLearnAddress(): () => void {
  read();
  write();
  addEventListener('popstate', read);
  return () => {
    removeEventListener('popstate', read);
    if (panelIn(location.href) === panelId) return;
    const next = withLearnAddress(location.href, null);
    if (next !== location.href) history.replaceState(history.state, '', next);
  };
}
