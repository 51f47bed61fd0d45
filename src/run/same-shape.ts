/**
 * Whether two values of plain data differ in numbers only: the same keys, lists as long as each
 * other, and typed arrays of the same kind and length.
 */
export function sameShape(one: unknown, other: unknown): boolean {
  if (ArrayBuffer.isView(one) && ArrayBuffer.isView(other)) {
    return one.constructor === other.constructor && one.byteLength === other.byteLength;
  }
  if (typeof one !== 'object' || typeof other !== 'object') return typeof one === typeof other;
  if (one === null || other === null) return one === other;
  const entries = Object.entries(one);
  const others = new Map(Object.entries(other));
  return (
    Array.isArray(one) === Array.isArray(other) &&
    entries.length === others.size &&
    entries.every(([key, value]) => others.has(key) && sameShape(value, others.get(key)))
  );
}
