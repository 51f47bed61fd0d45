import type { RunPhase } from '../run/run-store.ts';

interface TitleFacts {
  /** Null for the home panel. */
  readonly panel: string | null;
  readonly phase: RunPhase;
  /** Part of the run that is done, 0 … 1. */
  readonly share: number;
  /** File of an opened result. */
  readonly file: string | null;
}

function progressText(phase: RunPhase, share: number): string | null {
  const done = `${Math.floor(100 * share)}\u00a0%`;
  if (phase === 'opening') return 'Starting';
  if (phase === 'running') return done;
  if (phase === 'paused') return `Paused at ${done}`;
  return null;
}

/** The title of the page: what a tab should say first comes first. */
export function pageTitle({ panel, phase, share, file }: TitleFacts): string {
  const parts = [progressText(phase, share), phase === 'opened' ? file : null, panel];
  return [...parts.filter((part) => part !== null), 'Pixelproof'].join(' · ');
}
