const seeds = 1_000_000;

/** A seed of at most six digits that nobody chose, unlike the one in use. */
export function newSeed(current: number): number {
  const [word = 0] = crypto.getRandomValues(new Uint32Array(1));
  const seed = word % seeds;
  return seed === current ? (seed + 1) % seeds : seed;
}
