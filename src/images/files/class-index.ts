import { LabError } from '../../protocol/lab-error.ts';
import { isWordnetId, matchClasses, type ClassMatch } from './class-matching.ts';
import type { ListedImage } from './listed-image.ts';

function shorten(names: readonly string[]): string {
  return names.length <= 12 ? names.join(', ') : `${names.slice(0, 12).join(', ')}, …`;
}

function reasonFor({ candidates }: ClassMatch, classNames: readonly string[]): string {
  if (candidates.length > 1) return `could be class ${candidates.join(' or ')}; use the index`;
  if (classNames.length === 0) {
    return 'is not an index; give the models a labels file to use names';
  }
  return `is none of the models' ${classNames.length}: ${shorten(classNames)}`;
}

/** What to do about classes that fit none. */
function remedyFor(unmatched: readonly ClassMatch[]): string {
  const id = unmatched.find(({ name }) => isWordnetId(name))?.name;
  return id === undefined
    ? '; say in images.classes what the models call a class, or null to leave it out'
    : `; WordNet ids need a labels file that has them, in lines such as "${id} tench"`;
}

/** One sentence with every class that fits none or several of the models'. */
function refusal(
  unmatched: readonly ClassMatch[],
  listed: readonly ListedImage[],
  classNames: readonly string[],
): LabError {
  const places = unmatched.map(
    ({ name }) => listed.find(({ className }) => className === name)?.where ?? name,
  );
  const [first] = unmatched;
  const [where] = places;
  if (first !== undefined && unmatched.length === 1) {
    const message = `${where}: class "${first.name}" ${reasonFor(first, classNames)}${remedyFor(unmatched)}`;
    return new LabError('spec-invalid', message, where);
  }
  const all = unmatched.map(({ name, candidates }, at) => {
    const several = candidates.length > 1 ? `, class ${candidates.join(' or ')}` : '';
    return `"${name}" (${places[at]}${several})`;
  });
  return new LabError(
    'spec-invalid',
    `images: ${all.length} classes fit none or several of the models': ${all.join(', ')}${remedyFor(unmatched)}`,
    'images',
  );
}

/**
 * Class index of every listed image, its class recognised as {@link matchClasses} does. A command
 * is strict: one class that fits none or several of the models' stops it, with all of them named.
 * @param classNames - in the order of the models' outputs, or empty where classes are indices
 * @param wordnetIds - of the same classes, null where one is not known
 * @throws LabError `spec-invalid` naming the places and the classes
 */
export function classIndices(
  listed: readonly ListedImage[],
  classNames: readonly string[],
  wordnetIds: readonly (string | null)[] = [],
): Uint16Array {
  const written = [...new Set(listed.map(({ className }) => className))];
  const matches = matchClasses(written, classNames, wordnetIds);
  const unmatched = matches.filter(({ index }) => index === null);
  if (unmatched.length > 0) throw refusal(unmatched, listed, classNames);
  const indices = new Map(matches.map(({ name, index }) => [name, index ?? 0]));
  return Uint16Array.from(listed, ({ className }) => indices.get(className) ?? 0);
}
