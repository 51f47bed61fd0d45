/** Errors of parts of the lab whose files could not be fetched. */
const lost = new WeakSet<Error>();

addEventListener('vite:preloadError', ({ payload }) => lost.add(payload));

/** Whether something failed because a file of the lab is not there, and not because it is wrong. */
export function isLostPart(error: unknown): boolean {
  return error instanceof Error && lost.has(error);
}
