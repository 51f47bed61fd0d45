import { LinkFault } from './link-fault.ts';
import type { QueryEntry } from './query.ts';

const escaped = (text: string) => text.replace(/[%;=]/g, encodeURIComponent);

function plain(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new LinkFault('a % in it is not followed by two hexadecimal digits');
  }
}

/** "mine;sha=0123;path=net.onnx": a name and what is said of it, in one text. */
export function writeParts(name: string, entries: readonly QueryEntry[]): string {
  return [escaped(name), ...entries.map(([key, text]) => `${key}=${escaped(text)}`)].join(';');
}

/** @throws LinkFault where an escape is cut off */
export function readParts(text: string): { readonly name: string; readonly entries: QueryEntry[] } {
  const [name = '', ...parts] = text.split(';');
  const entries = parts.map((part): QueryEntry => {
    const [key = '', ...rest] = part.split('=');
    return [key, plain(rest.join('='))];
  });
  return { name: plain(name), entries };
}

/** @throws LinkFault naming what a text says that its table does not know */
export function refuseUnknownParts(entries: readonly QueryEntry[], known: readonly string[]): void {
  const odd = entries.find(([key]) => !known.includes(key));
  if (odd !== undefined) {
    throw new LinkFault(`“${odd[0].slice(0, 24)}” is none of ${known.join(', ')}`);
  }
}
