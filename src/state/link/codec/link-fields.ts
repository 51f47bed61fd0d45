import { LinkFault } from './link-fault.ts';
import type { QueryEntry } from './query.ts';
import { getAt, samePlain, setAt, startsWith, type Path } from './paths.ts';

/** One field of an address: a row of the table that is the link. */
export interface LinkField {
  /** Its name in the address. */
  readonly key: string;
  /** Where its value stands in the state. */
  readonly path: Path;
  /** Each field reads and writes what stands at its own path, whatever the types of others. */
  readonly text: {
    readonly read: (text: string) => unknown;
    readonly write: (value: never) => string;
  };
  /** Another field without which this one says nothing. */
  readonly needs?: string;
  /** Another field beside which this one says nothing. */
  readonly without?: string;
}

/** A field of a link that was not taken. */
export interface RefusedField {
  readonly field: string;
  /** Its text, shortened. */
  readonly text: string;
  /** Why, as the end of a sentence. */
  readonly message: string;
}

/** What keeps a state from being valid: where, and why. */
export interface StateFault {
  readonly path: Path;
  readonly message: string;
}

export interface LinkTable<State> {
  readonly fields: readonly LinkField[];
  /** The state of a link that says only this much, before its fields are put in. */
  readonly base: (given: ReadonlyMap<string, unknown>) => object;
  /** The whole as a valid state, or what is wrong with it. */
  readonly check: (raw: object) => { readonly state: State } | { readonly fault: StateFault };
}

export interface ReadLink<State> {
  readonly state: State;
  readonly refused: readonly RefusedField[];
}

/** A longer text of one field is not read. */
const MOST_LETTERS = 4000;
const SHOWN_LETTERS = 60;

/** The beginning of a text; what would not be seen, or turn the direction of the rest, is marked. */
function shownStart(text: string): string {
  const start = text.slice(0, SHOWN_LETTERS);
  const shown = start.replaceAll(/\p{C}/gu, '\uFFFD');
  return start.length < text.length ? `${shown}…` : shown;
}

export function refusal(field: string, text: string, message: string): RefusedField {
  return { field: shownStart(field), text: shownStart(text), message };
}

interface GivenField {
  readonly field: LinkField;
  readonly text: string;
  readonly value: unknown;
}

/**
 * Reads the texts that an address gives for one field.
 * @param most letters that are read
 * @throws LinkFault where they cannot be taken
 */
export function readField<T>(
  form: { readonly read: (text: string) => T },
  [text = '', again]: readonly string[],
  most = MOST_LETTERS,
): T {
  if (again !== undefined) throw new LinkFault('it is given more than once');
  if (text.length > most) {
    throw new LinkFault(`it has ${text.length} letters, and at most ${most} are read`);
  }
  return form.read(text);
}

/** Reads every field of a table by itself; what cannot be read is told. */
function readFields(
  fields: readonly LinkField[],
  entries: readonly QueryEntry[],
): { readonly given: GivenField[]; readonly refused: RefusedField[] } {
  const refused: RefusedField[] = [];
  const given: GivenField[] = [];
  for (const field of fields) {
    const texts = entries.filter(([key]) => key === field.key).map(([, text]) => text);
    const [text] = texts;
    if (text === undefined) continue;
    try {
      given.push({ field, text, value: readField(field.text, texts) });
    } catch (error) {
      if (!(error instanceof LinkFault)) throw error;
      refused.push(refusal(field.key, text, error.message));
    }
  }
  return { given, refused };
}

/** The fields of an address that none of these names, which nobody reads. */
export function unknownFields(
  entries: readonly QueryEntry[],
  keys: readonly string[],
): RefusedField[] {
  const known = new Set(keys);
  return entries
    .filter(([key]) => !known.has(key))
    .map(([key, text]) => refusal(key, text, 'this page has no such field'));
}

/** The given field that a fault is about: the closest one above or below its place. */
function atFault(given: readonly GivenField[], fault: Path): GivenField | undefined {
  const near = given.filter(
    ({ field: { path } }) => startsWith(fault, path) || startsWith(path, fault),
  );
  return near.toSorted((a, b) => b.field.path.length - a.field.path.length)[0];
}

/** A field that depends on another one, with what is wrong about it. */
function misplaced(given: readonly GivenField[]): [GivenField, string] | null {
  const keys = new Set(given.map(({ field }) => field.key));
  for (const each of given) {
    const { needs, without } = each.field;
    if (needs !== undefined && !keys.has(needs)) {
      return [each, `it says something only together with ${needs}`];
    }
    if (without !== undefined && keys.has(without)) {
      return [each, `it says nothing beside ${without}`];
    }
  }
  return null;
}

function assemble(base: LinkTable<unknown>['base'], given: readonly GivenField[]): object {
  const raw = base(new Map(given.map(({ field, value }) => [field.key, value])));
  return given.reduce((state, { field, value }) => setAt(state, field.path, value), raw);
}

/**
 * Reads the fields of a link one by one. What cannot be taken is left at its usual value and told;
 * the state is valid whatever the link holds.
 */
export function readLink<State>(
  { fields, base, check }: LinkTable<State>,
  entries: readonly QueryEntry[],
): ReadLink<State> {
  const read = readFields(fields, entries);
  const { refused } = read;
  let { given } = read;
  const drop = (dropped: readonly GivenField[], message: string) => {
    given = given.filter((each) => !dropped.includes(each));
    for (const { field, text } of dropped) refused.push(refusal(field.key, text, message));
  };
  for (;;) {
    const odd = misplaced(given);
    if (odd !== null) {
      drop([odd[0]], odd[1]);
      continue;
    }
    const checked = check(assemble(base, given));
    if ('state' in checked) return { state: checked.state, refused };
    const { path, message } = checked.fault;
    if (given.length === 0) throw new Error(`a link without fields is not valid: ${message}`);
    const found = atFault(given, path);
    drop(found === undefined ? given : [found], message);
  }
}

/** The fields in which a state differs from the one that an address without fields means. */
export function writeLink(
  { fields, base }: Pick<LinkTable<unknown>, 'fields' | 'base'>,
  state: object,
): QueryEntry[] {
  const given = new Map(fields.map(({ key, path }) => [key, getAt(state, path)]));
  const usual = base(given);
  return fields.flatMap(({ key, path, text }): QueryEntry[] => {
    const value = getAt(state, path);
    if (value === undefined || value === null || samePlain(value, getAt(usual, path))) return [];
    // The field wrote this type, or read it, at this path.
    return [[key, text.write(value as never)]];
  });
}
