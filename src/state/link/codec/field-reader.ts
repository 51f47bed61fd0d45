import type { FieldText } from './field-texts.ts';
import { LinkFault } from './link-fault.ts';
import { readField, refusal, type RefusedField } from './link-fields.ts';
import type { QueryEntry } from './query.ts';

/** Takes fields out of an address one by one. */
export interface FieldReader {
  /**
   * The value of a field; undefined where the address does not name it, or its text is refused.
   * @param most letters that are read
   */
  readonly take: <T>(key: string, form: Pick<FieldText<T>, 'read'>, most?: number) => T | undefined;
  /** Refuses a field that was taken. */
  readonly refuse: (key: string, message: string) => void;
  /** What could not be taken so far. */
  readonly refused: readonly RefusedField[];
}

export function fieldReader(entries: readonly QueryEntry[]): FieldReader {
  const refused: RefusedField[] = [];
  const textsOf = (key: string) => entries.filter(([name]) => name === key).map(([, text]) => text);
  const refuse = (key: string, message: string) => {
    refused.push(refusal(key, textsOf(key)[0] ?? '', message));
  };
  return {
    refused,
    refuse,
    take: (key, form, most) => {
      const texts = textsOf(key);
      if (texts.length === 0) return undefined;
      try {
        return readField(form, texts, most);
      } catch (error) {
        if (!(error instanceof LinkFault)) throw error;
        refuse(key, error.message);
        return undefined;
      }
    },
  };
}
