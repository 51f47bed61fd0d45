import type { FirstPacked } from '../../src/state/archive/pack/first-layout.ts';

/** Plain data as the first version of the archive wrote it: arrays one after another. */
export function packedFirst(data: unknown): FirstPacked {
  const views: { readonly view: Uint8Array; readonly at: number }[] = [];
  let end = 0;
  const place = (array: ArrayBuffer | ArrayBufferView) => {
    const at = Math.ceil(end / 8) * 8;
    end = at + array.byteLength;
    const isBuffer = array instanceof ArrayBuffer;
    const view = isBuffer
      ? new Uint8Array(array)
      : new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
    views.push({ view, at });
    const $array = isBuffer ? 'buffer' : array.constructor.name.replace('Array', '').toLowerCase();
    const size = isBuffer ? 1 : Number(/\d+/.exec($array)?.[0]) / 8;
    return { $array, at, length: array.byteLength / size };
  };
  const frameOf = (value: unknown): unknown => {
    if (typeof value === 'number' && !Number.isFinite(value)) return { $number: String(value) };
    if (typeof value !== 'object' || value === null) return value;
    if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return place(value);
    if (Array.isArray(value)) return value.map(frameOf);
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, frameOf(each)]));
  };
  const frame = frameOf(data);
  const bytes = new Uint8Array(end);
  for (const { view, at } of views) bytes.set(view, at);
  return { frame, bytes };
}
