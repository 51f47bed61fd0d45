import { crc32, inflateSync } from 'node:zlib';

/** Reads an 8-bit RGB PNG without filters, checking every checksum; a reader apart from the lab's. */
export function readPlainPng(png: Uint8Array): { width: number; height: number; rgb: Uint8Array } {
  const file = Buffer.from(png);
  if (file.toString('latin1', 0, 8) !== '\x89PNG\r\n\x1a\n') throw new Error('not a PNG');
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < file.length;) {
    const length = file.readUInt32BE(at);
    const type = file.toString('latin1', at + 4, at + 8);
    const data = file.subarray(at + 8, at + 8 + length);
    if (crc32(file.subarray(at + 4, at + 8 + length)) !== file.readUInt32BE(at + 8 + length)) {
      throw new Error(`checksum of ${type}`);
    }
    chunks.set(type, Buffer.concat([chunks.get(type) ?? Buffer.alloc(0), data]));
    at += 12 + length;
  }
  const header = chunks.get('IHDR') ?? Buffer.alloc(13);
  if (header.toString('hex', 8) !== '0802000000') throw new Error('not 8-bit RGB');
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const rows = inflateSync(chunks.get('IDAT') ?? Buffer.alloc(0));
  const pitch = 1 + width * 3;
  const rgb = new Uint8Array(width * height * 3);
  for (let row = 0; row < height; row += 1) {
    if (rows[row * pitch] !== 0) throw new Error('a filtered row');
    rgb.set(rows.subarray(row * pitch + 1, (row + 1) * pitch), row * width * 3);
  }
  return { width, height, rgb };
}
