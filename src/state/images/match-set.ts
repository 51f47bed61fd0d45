import { isWordnetId, matchClasses, type MatchedBy } from '../../images/files/class-matching.ts';
import type { SetImage } from '../../images/sets/set-image.ts';
import { NO_LABEL } from '../../run/labels.ts';
import type { ClassSet } from '../models/model-classes.ts';
import type { KeptImageSet } from './kept-set.ts';

/** A class of a set and what the models call it. */
export interface ClassRow {
  /** As the folder or the table writes it; empty for pictures that have none. */
  readonly name: string;
  readonly images: number;
  /** Class of the models; null where its pictures are left out. */
  readonly index: number | null;
  /** By what it was recognised, `hand` where a person has said so; null where nothing fits. */
  readonly how: MatchedBy | 'hand' | null;
  /** Classes of the models that fit equally well. */
  readonly candidates: readonly number[];
}

type Matched = Pick<KeptImageSet, 'images' | 'corrections'>;

/** How a correction names a class of the models: by its name, or by its index where another has this name too. */
export function correctionFor({ names }: ClassSet, index: number): string {
  const name = names[index];
  if (name === undefined || names.indexOf(name) !== names.lastIndexOf(name)) return String(index);
  return name;
}

/** The classes of a set in its order, each with the class of the models that it means. */
export function matchSet({ images, corrections }: Matched, classes: ClassSet): ClassRow[] {
  const counts = new Map<string, number>();
  for (const { className } of images) counts.set(className, (counts.get(className) ?? 0) + 1);
  const names = [...counts.keys()];
  const written = names.map((name) =>
    Object.hasOwn(corrections, name) ? corrections[name] : name,
  );
  const match = (each: readonly (string | null | undefined)[]) =>
    matchClasses(
      each.map((name) => name ?? ''),
      classes.names,
      classes.wordnetIds,
    );
  const matches = match(names);
  const corrected = written.some((each, at) => each !== names[at]) ? match(written) : matches;
  const known = (index: number | null = null) =>
    index !== null && index < classes.count ? index : null;
  return names.map((name, at): ClassRow => {
    const row = {
      name,
      images: counts.get(name) ?? 0,
      index: known(matches[at]?.index),
      how: matches[at]?.how ?? null,
      candidates: matches[at]?.candidates ?? [],
    };
    if (written[at] === name) return row;
    if (written[at] === null) return { ...row, index: null, how: 'hand' };
    const chosen = known(corrected[at]?.index);
    return chosen === null ? row : { ...row, index: chosen, how: 'hand' };
  });
}

/** A class that is left out because it is written as a WordNet id; null where there is none. */
export function unknownWordnetId(rows: readonly ClassRow[]): string | null {
  return (
    rows.find(({ name, index, how }) => index === null && how === null && isWordnetId(name))
      ?.name ?? null
  );
}

/** The pictures that can be judged, in the order of the set, with the class index of each. */
export interface JudgedImages {
  readonly images: readonly SetImage[];
  readonly labels: Uint16Array;
}

/**
 * The pictures whose class the models know; without labels, every picture with none.
 * @param labels whether the set says what the pictures show
 */
export function judgedImages(
  set: Matched,
  classes: ClassSet,
  labels: 'given' | 'predicted',
): JudgedImages {
  if (labels === 'predicted') {
    return { images: set.images, labels: new Uint16Array(set.images.length).fill(NO_LABEL) };
  }
  const indices = new Map(matchSet(set, classes).map(({ name, index }) => [name, index]));
  const images = set.images.filter(({ className }) => (indices.get(className) ?? null) !== null);
  return {
    images,
    labels: Uint16Array.from(images, ({ className }) => indices.get(className) ?? 0),
  };
}
