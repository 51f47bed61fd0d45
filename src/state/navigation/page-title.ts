import type { Work } from '../background/work-store.ts';

/** How far long work is. */
type TitleProgress = Pick<Work, 'state' | 'share'>;

interface TitleFacts {
  /** Null where nothing is under way. */
  readonly progress: TitleProgress | null;
  /** File of an opened result. */
  readonly file: string | null;
  /** Null for the home panel. */
  readonly panel: string | null;
}

function progressText({ state, share }: TitleProgress): string {
  if (state === 'starting') return 'Starting';
  const done = `${Math.floor(100 * share)}\u00a0%`;
  return state === 'paused' ? `Paused at ${done}` : done;
}

/** The title of the page: what a tab should say first comes first. */
export function pageTitle({ progress, file, panel }: TitleFacts): string {
  const parts = [progress && progressText(progress), file, panel];
  return [...parts.filter((part) => part !== null), 'Pixelproof'].join(' · ');
}
