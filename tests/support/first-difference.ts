/** Where two values of plain data first differ; null where they hold the same. Large arrays take no time. */
export function firstDifference(one: unknown, other: unknown, path = '$'): string | null {
  if (Object.is(one, other)) return null;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) {
    return path;
  }
  if (one.constructor !== other.constructor) return path;
  if (ArrayBuffer.isView(one) && ArrayBuffer.isView(other)) {
    const [a, b] = [one, other].map(
      ({ buffer, byteOffset, byteLength }) => new Uint8Array(buffer, byteOffset, byteLength),
    );
    const isSame = a?.length === b?.length && a?.every((byte, at) => byte === b?.[at]);
    return isSame ? null : path;
  }
  const [keys, others] = [Object.keys(one), Object.keys(other)];
  if (keys.toSorted().join() !== others.toSorted().join()) return path;
  const values = new Map(Object.entries(other));
  for (const [key, value] of Object.entries(one)) {
    const found = firstDifference(value, values.get(key), `${path}.${key}`);
    if (found !== null) return found;
  }
  return null;
}
