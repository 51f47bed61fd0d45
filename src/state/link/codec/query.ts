/** A field of an address and its text. */
export type QueryEntry = readonly [key: string, text: string];

/** Characters that a query may hold as they are and that people read more easily so. */
const READABLE = /%(?:2C|3A|2F|3B|3D|40|7C|E2%86%92)/g;

function encoded(text: string): string {
  return encodeURIComponent(text).replace(READABLE, decodeURIComponent);
}

/** "counts=1,2,4&seed=7": entries as the query of an address, kept readable. */
export function queryText(entries: readonly QueryEntry[]): string {
  return entries.map(([key, text]) => `${encoded(key)}=${encoded(text)}`).join('&');
}

/** The fields of an address in their order. */
export function queryOf(address: string): QueryEntry[] {
  return [...new URL(address).searchParams];
}

/** The same address with these fields and no others. */
export function withQuery(address: string, entries: readonly QueryEntry[]): string {
  const url = new URL(address);
  url.search = queryText(entries);
  return url.href;
}
