/** What the page asks of a version that waits: to serve the lab from now on. */
export const TAKE_OVER = 'take-over';

/** `other-pages`: the version waits on, since other pages of the lab still use the former one. */
export type TakeOverAnswer = 'taken-over' | 'other-pages';

export function isTakeOver(message: unknown): boolean {
  return message === TAKE_OVER;
}
