import type { MessagePort, Worker } from 'node:worker_threads';
import type { Endpoint } from 'comlink';

/** Gives one end of a thread's channel the event methods of a browser's. */
export function nodeEndpoint(port: MessagePort | Worker): Endpoint {
  const listeners = new Map<EventListenerOrEventListenerObject, (data: unknown) => void>();
  return {
    postMessage: (message: unknown) => port.postMessage(message),
    addEventListener: (type, listener) => {
      const listen = (data: unknown): void => {
        const event = new MessageEvent(type, { data });
        if (typeof listener === 'function') listener(event);
        else listener.handleEvent(event);
      };
      listeners.set(listener, listen);
      port.on(type, listen);
    },
    removeEventListener: (type, listener) => {
      const listen = listeners.get(listener);
      if (listen !== undefined) port.off(type, listen);
      listeners.delete(listener);
    },
  };
}
