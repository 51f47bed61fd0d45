/**
 * Makes `navigator.gpu` from the optional package `webgpu` (Dawn), once a thread.
 * @throws Error that says what is missing
 */
export async function installNodeWebgpu(): Promise<void> {
  if (typeof navigator !== 'undefined' && 'gpu' in navigator) return;
  let dawn: typeof import('webgpu');
  try {
    dawn = await import('webgpu');
  } catch {
    throw new Error('the optional package "webgpu" is not installed, or not for this system');
  }
  Object.assign(globalThis, dawn.globals);
  Object.defineProperty(globalThis, 'navigator', {
    value: { userAgent: `Node.js ${process.version}`, gpu: dawn.create([]) },
    configurable: true,
  });
}
