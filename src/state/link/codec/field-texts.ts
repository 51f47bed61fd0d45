import type { SpecPixelValue } from '../../../protocol/spec.ts';
import { LinkFault } from './link-fault.ts';

/** How a value is written in an address. */
export interface FieldText<T> {
  /** @throws LinkFault where the text is not of this form; ranges are the schema's matter */
  readonly read: (text: string) => T;
  readonly write: (value: T) => string;
}

/** Entries that the longest list of a spec may have. */
const MOST_ENTRIES = 256;

/** Digits that a safe integer has at most. */
const whole = /^\d{1,16}$/;
const decimal = /^-?\d{1,20}(\.\d{1,40})?(e[+-]?\d{1,3})?$/;

/** The beginning of a text, for a message. */
export function excerpt(text: string): string {
  return text.length > 24 ? `${text.slice(0, 24)}…` : text;
}

export const wholeText: FieldText<number> = {
  read: (text) => {
    const value = Number(text);
    if (!whole.test(text) || !Number.isSafeInteger(value)) {
      throw new LinkFault(`“${excerpt(text)}” is not a whole number from 0 on`);
    }
    return value;
  },
  write: String,
};

export const numberText: FieldText<number> = {
  read: (text) => {
    const value = Number(text);
    if (!decimal.test(text) || !Number.isFinite(value)) {
      throw new LinkFault(`“${excerpt(text)}” is not a number`);
    }
    return value;
  },
  write: String,
};

export const valueText: FieldText<SpecPixelValue> = {
  read: (text) => {
    if (text === 'replace') return 'replace';
    const [, offset] = /^offset(\d{1,3})$/.exec(text) ?? [];
    if (offset === undefined) {
      throw new LinkFault(`“${excerpt(text)}” is neither replace nor offset1 to offset127`);
    }
    return { offset: Number(offset) };
  },
  write: (value) => (value === 'replace' ? value : `offset${value.offset}`),
};

export const plainText: FieldText<string> = { read: (text) => text, write: (text) => text };

/** One of a few words. */
export function wordText<const T extends string>(words: readonly T[]): FieldText<T> {
  return {
    read: (text) => {
      const found = words.find((word) => word === text);
      if (found === undefined) {
        throw new LinkFault(`“${excerpt(text)}” is not one of ${words.join(', ')}`);
      }
      return found;
    },
    write: (word) => word,
  };
}

/** True and false as two words. */
export function switchText(on: string, off: string): FieldText<boolean> {
  const word = wordText([on, off]);
  return { read: (text) => word.read(text) === on, write: (value) => (value ? on : off) };
}

/** Entries with commas between them; an empty text is an empty list. */
export function listText<T>(entry: FieldText<T>): FieldText<T[]> {
  return {
    read: (text) => {
      const entries = text === '' ? [] : text.split(',');
      if (entries.length > MOST_ENTRIES) {
        throw new LinkFault(
          `it lists ${entries.length} entries, and at most ${MOST_ENTRIES} are read`,
        );
      }
      return entries.map(entry.read);
    },
    write: (values) => values.map(entry.write).join(','),
  };
}
