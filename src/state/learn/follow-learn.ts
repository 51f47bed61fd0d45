import { withQuery } from '../link/codec/query.ts';
import { followView } from '../link/follow-view.ts';
import type { ViewPage } from '../link/link-page.ts';
import { linkStore } from '../link/link-store.ts';
import { learnEntries, learnKeys, readLearn } from './learn-address.ts';
import { DEFAULT_SEED, learnStore, type LearnPlace } from './learn-store.ts';
import { lessonIds } from './lesson.ts';
import { progressStore } from './progress-store.ts';

const panel = 'learn';

/** The first lesson that is not finished; the first of all once all are. */
function nextPlace(): LearnPlace {
  const { lessons } = progressStore.getState();
  const open = lessonIds.find((id) => (lessons[id]?.finished ?? null) === null);
  return open ?? lessonIds[0];
}

const page: ViewPage = {
  panel,
  keys: learnKeys,
  open: (entries) => {
    const { place, seed, refused } = readLearn(entries);
    learnStore.setState((shown) => ({
      place: place ?? nextPlace(),
      seed: seed ?? (place === null ? shown.seed : DEFAULT_SEED),
    }));
    return refused;
  },
  entries: () => {
    const { place, seed } = learnStore.getState();
    return learnEntries(place, seed);
  },
  subscribe: (listener) => learnStore.subscribe(listener),
};

function addressOf(place: LearnPlace): string {
  const { seed } = learnStore.getState();
  return withQuery(location.href, [['panel', panel], ...learnEntries(place, seed)]);
}

/** The address of a place of the panel with the seed in use. */
export function learnLink(place: LearnPlace): string {
  const url = new URL(addressOf(place));
  url.hash = '';
  return url.href;
}

/** Shows another place of the panel, as a step that the browser's back button undoes. */
export function goToLesson(place: LearnPlace): void {
  if (place === learnStore.getState().place) return;
  history.pushState(history.state, '', addressOf(place));
  learnStore.setState({ place });
}

/** Changes the seed of the lessons. */
export function setLessonSeed(seed: number): void {
  learnStore.setState({ seed });
}

/** Opens what the address asks for and follows it; returns how to stop. */
export function followLearnAddress(): () => void {
  // From the rail, the lesson that comes next.
  if (linkStore.getState().asked?.panel !== panel) learnStore.setState({ place: nextPlace() });
  return followView(page);
}
