import { open, readFile, stat } from 'node:fs/promises';
import type { ByteSource } from '../images/files/byte-source.ts';
import type { FileAccess } from '../images/read-image.ts';

/**
 * A file of the disk that is read in pieces.
 * @throws Error of the file system where it cannot be opened
 */
export async function fileSource(path: string): Promise<ByteSource> {
  const { size } = await stat(path);
  return {
    size,
    read: async (start, end) => {
      const file = await open(path);
      try {
        const bytes = new Uint8Array(Math.max(0, Math.min(end, size) - start));
        let done = 0;
        while (done < bytes.length) {
          const { bytesRead } = await file.read(bytes, done, bytes.length - done, start + done);
          if (bytesRead === 0) break;
          done += bytesRead;
        }
        return bytes.subarray(0, done);
      } finally {
        await file.close();
      }
    },
  };
}

/** How Node opens the files of images. */
export const nodeFiles: FileAccess = {
  readFile: async (path) => new Uint8Array(await readFile(path)),
  openSource: fileSource,
};
