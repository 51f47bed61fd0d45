/** By what a class was recognised, in the order in which it is tried. */
export type MatchedBy = 'name' | 'synonym' | 'case' | 'wordnet' | 'index';

export interface ClassMatch {
  /** As the folder, the table or the person writes it. */
  readonly name: string;
  /** Class of the models, or null where none or several fit. */
  readonly index: number | null;
  /** Null where nothing fits. */
  readonly how: MatchedBy | null;
  /** All classes that fit equally well, ascending: several where the name is ambiguous. */
  readonly candidates: readonly number[];
}

/** Whether a class is written as the id of a WordNet synset, as the folders of ImageNet are. */
export function isWordnetId(name: string): boolean {
  return /^n\d{8}$/.test(name.trim());
}

/** Class indices where no model names its classes. */
const MAX_CLASSES = 65_534;

/** Folders of some file systems take letters with accents apart (NFD). */
const exact = (text: string): string => text.normalize('NFC').trim();

/** Without case, spaces, underscores and hyphens. */
const loose = (text: string): string =>
  exact(text)
    .toLowerCase()
    .replace(/[\s_-]+/g, '');

const synonyms = (text: string): string[] => exact(text).split(/\s*,\s*/);

const firstSynonym = (text: string): string => synonyms(text)[0] ?? '';

type Lookup = (name: string) => readonly number[];

/** Finds the classes one of whose spellings is the spelling of a name. */
function lookUp(
  classNames: readonly (string | null)[],
  spellings: (className: string) => readonly string[],
  spelling: (name: string) => string,
): Lookup {
  const found = new Map<string, number[]>();
  for (const [index, className] of classNames.entries()) {
    if (className === null) continue;
    for (const each of new Set(spellings(className))) {
      found.set(each, [...(found.get(each) ?? []), index]);
    }
  }
  return (name) => found.get(spelling(name)) ?? [];
}

function byIndex(classes: number): Lookup {
  return (name) => {
    const index = /^\d{1,9}$/.test(name.trim()) ? Number(name) : Number.POSITIVE_INFINITY;
    return index < classes ? [index] : [];
  };
}

/**
 * Finds the models' class that each name means: the class of just this name; one whose list of
 * synonyms ("tench, Tinca tinca") begins with it; both again without regard to case, spaces,
 * underscores and hyphens; any other synonym; its WordNet id (n01440764); its index. The first of
 * these that fits any class decides; where it fits several, the name is ambiguous.
 * @param names - of classes, as folders or a table write them
 * @param classNames - in the order of the models' outputs, or empty where classes are indices
 * @param wordnetIds - of the same classes, null where one is not known
 * @returns one match a name, in the same order
 */
export function matchClasses(
  names: readonly string[],
  classNames: readonly string[],
  wordnetIds: readonly (string | null)[] = [],
): ClassMatch[] {
  const lookups: readonly (readonly [MatchedBy, Lookup])[] = [
    ['name', lookUp(classNames, (name) => [exact(name)], exact)],
    ['synonym', lookUp(classNames, (name) => [firstSynonym(name)], firstSynonym)],
    ['case', lookUp(classNames, (name) => [loose(name)], loose)],
    [
      'synonym',
      lookUp(
        classNames,
        (name) => [loose(firstSynonym(name))],
        (name) => loose(firstSynonym(name)),
      ),
    ],
    ['synonym', lookUp(classNames, (name) => synonyms(name).map(loose), loose)],
    ['wordnet', lookUp(wordnetIds, (id) => [loose(id)], loose)],
    ['index', byIndex(classNames.length || MAX_CLASSES)],
  ];
  return names.map((name) => {
    for (const [how, find] of lookups) {
      const candidates = find(name);
      if (candidates.length === 0) continue;
      const [index = null] = candidates.length === 1 ? candidates : [];
      return { name, index, how, candidates };
    }
    return { name, index: null, how: null, candidates: [] };
  });
}
