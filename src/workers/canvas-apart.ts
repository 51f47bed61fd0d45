function reportOf(data: unknown): boolean | null {
  if (typeof data !== 'object' || data === null || !('canvasIsFaithful' in data)) return null;
  return typeof data.canvasIsFaithful === 'boolean' ? data.canvasIsFaithful : null;
}

/**
 * Whether a canvas gives back the bytes that were put on it, found out by a worker that ends with its
 * answer; null where none can be started.
 */
export function canvasIsFaithfulApart(): Promise<boolean | null> {
  const worker = new Worker(new URL('./report-canvas.ts', import.meta.url), { type: 'module' });
  return new Promise((resolve) => {
    worker.addEventListener('message', ({ data }: MessageEvent<unknown>) =>
      resolve(reportOf(data)),
    );
    worker.addEventListener('error', () => resolve(null));
  });
}
