interface RawAllocator {
  readonly malloc: (bytes: number) => number;
  readonly free: (offset: number) => void;
}

function rawAllocator(backend: unknown): RawAllocator {
  const { wasm } = backend as { wasm: { asm: RawAllocator } };
  return wasm.asm;
}

/**
 * Takes the memory of the WASM backend until it gives no more, past the lane's own watch.
 * @param spare bytes left free, in one piece
 */
export function fillWasmMemory(backend: unknown, spare: number): void {
  const { malloc, free } = rawAllocator(backend);
  const kept = spare > 0 ? malloc(spare) : 0;
  for (let bytes = 2 ** 28; bytes >= 64; bytes /= 4) {
    while (malloc(bytes) !== 0);
  }
  if (kept !== 0) free(kept);
}
