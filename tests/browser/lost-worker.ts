// A worker that greets and is gone as soon as anything is asked of it.
addEventListener('message', () => close());
const aliveLock = `lost-${crypto.randomUUID()}`;
await new Promise<void>((taken) => {
  void navigator.locks.request(aliveLock, () => {
    taken();
    return new Promise<never>(() => {});
  });
});
postMessage({ worker: 'ready', aliveLock });
