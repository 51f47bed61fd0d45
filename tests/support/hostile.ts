import { parseResult, type AnyResult } from '../../src/run/result-file/parse-result.ts';

/** What no text may do: end an element, a string, a cell or a formula, or turn its direction. */
export const hostileText =
  `</style></script><script>alert(1)</script><img src=x onerror=alert(2)>&amp;"'` +
  '`|$x$%_#{}~^\\\\[a](http://x) *b* \\input{x}\u202egnp\u0007\u2028\ud800';

/** Keys whose strings are words of the schema. */
const fixed = new Set(
  'kind value values eligibility source split start censored attack craftedOn space arm layers head optimiser schedule take measure interval labels'.split(
    ' ',
  ),
);

function spoilt(value: unknown, key: string): unknown {
  if (typeof value === 'string') return fixed.has(key) ? value : value + hostileText;
  if (Array.isArray(value))
    return value.map((each: unknown) => spoilt(each, typeof each === 'string' ? key : ''));
  if (typeof value !== 'object' || value === null) return value;
  const records = new Set(['clean', 'eligible', 'modelHashes', 'versions']);
  return Object.fromEntries(
    Object.entries(value).map(([name, own]) => [
      records.has(key) ? name + hostileText : name,
      spoilt(own, name),
    ]),
  );
}

/** A result in which every name, path, label, hash and version is hostile, and that is in order. */
export function hostileResult(result: AnyResult): AnyResult {
  const own = structuredClone(result);
  if (!('kind' in own) || own.kind !== 'repair') {
    own.spec.images = { source: 'folder', path: 'pictures', labels: 'given' };
  }
  return parseResult(spoilt(own, ''));
}
