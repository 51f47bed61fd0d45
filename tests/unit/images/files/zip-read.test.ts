import { strToU8, zipSync, type Zippable } from 'fflate';
import { describe, expect, it } from 'vitest';
import { byteSource } from '../../../../src/images/files/byte-source.ts';
import { openZip, readZipEntry } from '../../../../src/images/files/zip-read.ts';

const MIB = 2 ** 20;

/** Positions of a signature in an archive. */
function positions(zip: Uint8Array, signature: number): number[] {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const found: number[] = [];
  for (let at = 0; at + 4 <= zip.length; at += 1) {
    if (view.getUint32(at, true) === signature) found.push(at);
  }
  return found;
}

/** Writes a number into the directory's record of every file. */
function patched(zip: Uint8Array, field: number, value: number, bytes: 2 | 4): Uint8Array {
  const copy = zip.slice();
  const view = new DataView(copy.buffer);
  for (const record of positions(copy, 0x02014b50)) {
    if (bytes === 2) view.setUint16(record + field, value, true);
    else view.setUint32(record + field, value, true);
  }
  return copy;
}

const one = (content: Zippable): Uint8Array => zipSync(content, { level: 9 });
const text = one({ 'a.txt': strToU8('pixel '.repeat(100)) });

describe('a zip', () => {
  it('gives back stored and deflated files from memory, a Blob or any source', async () => {
    const bytes = zipSync({
      'stop/ä.txt': strToU8('packed '.repeat(50)),
      yield: { 'b.bin': [new Uint8Array([1, 2, 3]), { level: 0 }] },
    });
    for (const archive of [bytes, new Blob([bytes]), byteSource(bytes)]) {
      const zip = await openZip(archive, 'signs.zip');
      expect(zip.entries.map(({ path, size }) => [path, size])).toEqual([
        ['stop/ä.txt', 350],
        ['yield/b.bin', 3],
      ]);
      expect(new TextDecoder().decode(await zip.read('stop/ä.txt'))).toBe('packed '.repeat(50));
      expect([...(await zip.read('yield/b.bin'))]).toEqual([1, 2, 3]);
    }
  });

  it('reads only the directory and the file that is asked for', async () => {
    const large = new Uint8Array(3 * MIB);
    for (let at = 0; at < large.length; at += 1) large[at] = (at * at) >> 3;
    const bytes = zipSync({ large: [large, { level: 0 }], small: strToU8('ok') });
    const inner = byteSource(bytes);
    let read = 0;
    const source = {
      size: inner.size,
      read: (start: number, end: number) => {
        read += end - start;
        return inner.read(start, end);
      },
    };
    const zip = await openZip(source, 'large.zip');
    await zip.read('small');
    expect(read).toBeLessThan(200_000);
  });

  it('lets an entry be read without its directory', async () => {
    const { entries } = await openZip(text, 'a.zip');
    const [entry] = structuredClone(entries);
    if (entry === undefined) throw new Error('the archive holds a file');
    const content = await readZipEntry(new Blob([text.slice()]), entry, 'a.zip');
    expect(content.length).toBe(600);
  });

  it.each([
    ['../up.png', '"../up.png", a path that leaves its folder'],
    ['a/../../up.png', 'a path that leaves its folder'],
    ['/etc/passwd', 'an absolute path'],
    ['C:/x.png', 'an absolute path'],
    ['..\\up.png', 'a backslash in its name'],
  ])('with %s is refused whole', async (path, reason) => {
    const bytes = zipSync({ 'fine.txt': strToU8('fine'), [path]: strToU8('x') });
    await expect(openZip(bytes, 'bad.zip')).rejects.toThrow(reason);
    await expect(openZip(bytes, 'bad.zip')).rejects.toMatchObject({
      kind: 'archive-corrupt',
      subject: 'bad.zip',
    });
  });

  it('that would expand a thousandfold is refused before it is expanded', async () => {
    const bomb = patched(one({ 'zeros.png': new Uint8Array(MIB / 4) }), 24, 300 * MIB, 4);
    await expect(openZip(bomb, 'bomb.zip')).rejects.toThrow(
      /^bomb\.zip: zeros\.png would expand from \d+ bytes to 0\.3 GB: a zip bomb/,
    );
  });

  it('of many files that would expand a thousandfold together is refused', async () => {
    const part = new Uint8Array(MIB / 4);
    const bomb = patched(one({ a: part, b: part, c: part }), 24, 100 * MIB, 4);
    await expect(openZip(bomb, 'bomb.zip')).rejects.toThrow(
      /^bomb\.zip: \d+ bytes would expand to 0\.3 GB: a zip bomb/,
    );
  });

  it('whose file expands to more than it says is refused without keeping it', async () => {
    const lie = patched(one({ 'zeros.png': new Uint8Array(8 * MIB) }), 24, 1000, 4);
    const zip = await openZip(lie, 'lie.zip');
    await expect(zip.read('zeros.png')).rejects.toThrow(
      'lie.zip: zeros.png is damaged: it expands to more than it says',
    );
  });

  it('whose files lie over each other is refused', async () => {
    const bytes = zipSync({ a: new Uint8Array(500), b: new Uint8Array(500) }, { level: 0 });
    const [, second = 0] = positions(bytes, 0x02014b50);
    new DataView(bytes.buffer).setUint32(second + 42, 0, true);
    await expect(openZip(bytes, 'x.zip')).rejects.toThrow('b lies over another file');
  });

  it.each([
    ['encrypted', patched(text, 8, 1, 2), 'a.txt is encrypted'],
    ['cut in half', text.slice(0, text.length / 2), 'not a zip, or its end is missing'],
    ['empty', new Uint8Array(0), 'not a zip'],
    ['something else', strToU8('hello '.repeat(20)), 'not a zip'],
  ])('that is %s is refused', async (_, bytes, reason) => {
    await expect(openZip(bytes, 'x.zip')).rejects.toThrow(`x.zip: ${reason}`);
  });

  it('with more than 200,000 entries is refused', async () => {
    const bytes = text.slice();
    const [end = 0] = positions(bytes, 0x06054b50);
    const record = new Uint8Array(56 + 20);
    const view = new DataView(record.buffer);
    view.setUint32(0, 0x06064b50, true);
    view.setBigUint64(32, 200_001n, true);
    view.setUint32(56, 0x07064b50, true);
    view.setBigUint64(56 + 8, BigInt(end), true);
    const tail = bytes.slice(end);
    new DataView(tail.buffer).setUint16(10, 0xffff, true);
    const many = new Uint8Array([...bytes.subarray(0, end), ...record, ...tail]);
    await expect(openZip(many, 'many.zip')).rejects.toThrow(
      'many.zip: it has 200001 entries; up to 200000 are read',
    );
  });

  it('with a damaged file is opened, and the file is named when it is read', async () => {
    const bytes = zipSync({ 'a.bin': new Uint8Array(100) }, { level: 0 });
    bytes[60] = 7;
    const zip = await openZip(bytes, 'x.zip');
    await expect(zip.read('a.bin')).rejects.toThrow('x.zip: a.bin is damaged: wrong checksum');
  });

  it('packed by an unknown method is opened, and the file is named when it is read', async () => {
    const zip = await openZip(patched(text, 10, 12, 2), 'x.zip');
    await expect(zip.read('a.txt')).rejects.toThrow('packed by a method that is not read');
  });
});
