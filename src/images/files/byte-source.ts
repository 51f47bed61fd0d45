/** Bytes that are read in pieces: a file on a disk, a Blob of the page, or memory. */
export interface ByteSource {
  /** In bytes. */
  readonly size: number;
  /** The bytes from `start` up to, but not including, `end`; fewer where the source ends before. */
  read(start: number, end: number): Promise<Uint8Array<ArrayBuffer>>;
}

/** A Blob's slices are read one at a time, so a large file is never in memory as a whole. */
function blobSource(blob: Blob): ByteSource {
  return {
    size: blob.size,
    read: async (start, end) => new Uint8Array(await blob.slice(start, end).arrayBuffer()),
  };
}

function memorySource(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.length,
    read: (start, end) => Promise.resolve(new Uint8Array(bytes.subarray(start, end))),
  };
}

export function byteSource(from: Blob | Uint8Array | ByteSource): ByteSource {
  if (from instanceof Blob) return blobSource(from);
  return from instanceof Uint8Array ? memorySource(from) : from;
}
