/** What a run had used when its checkpoint was made, those before it included. */
export interface EarlierWork {
  /** ISO 8601. */
  readonly start: string;
  /** Of running, pauses left out. */
  readonly seconds: number;
  /** In the order of use, without repetitions. */
  readonly backends: readonly string[];
  /** Most lanes at one time. */
  readonly lanes: number;
}

/** What a run used together with what it went on from. */
export function withEarlier(earlier: EarlierWork | undefined, now: EarlierWork): EarlierWork {
  if (earlier === undefined) return now;
  const backends = [...earlier.backends, ...now.backends];
  return {
    start: earlier.start,
    seconds: earlier.seconds + now.seconds,
    backends: backends.filter((name, at) => name !== backends[at - 1]),
    lanes: Math.max(earlier.lanes, now.lanes),
  };
}
