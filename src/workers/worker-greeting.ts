/** First message of a worker, once its code has loaded. */
export interface WorkerGreeting {
  readonly worker: 'ready';
  /** Web Lock that the worker holds as long as it lives, where there are Web Locks. */
  readonly aliveLock: string | null;
}

export function isGreeting(message: unknown): message is WorkerGreeting {
  return (
    typeof message === 'object' &&
    message !== null &&
    'worker' in message &&
    message.worker === 'ready'
  );
}
