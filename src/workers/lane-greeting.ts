/** First message of a lane's worker, once its code has loaded. */
export interface LaneGreeting {
  readonly lane: 'ready';
  /** Web Lock that the worker holds as long as it lives, where there are Web Locks. */
  readonly aliveLock: string | null;
}

export function isLaneGreeting(message: unknown): message is LaneGreeting {
  return (
    typeof message === 'object' && message !== null && 'lane' in message && message.lane === 'ready'
  );
}
