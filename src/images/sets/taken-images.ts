import type { ClassNaming, ImagePart } from '../../protocol/images-spec.ts';

/** How a spec takes images from a list. */
export interface Taking {
  readonly labels?: 'given' | 'predicted' | undefined;
  readonly classes?: ClassNaming | undefined;
  readonly part?: ImagePart | undefined;
  readonly count?: number | undefined;
}

/** What the models call a class of the images; null where its images are left out. */
export function namedClass(classes: ClassNaming | undefined, name: string): string | null {
  // A folder may be called like something that every object has.
  return classes !== undefined && Object.hasOwn(classes, name) ? (classes[name] ?? null) : name;
}

/** Every part of a list that is dealt out in turn, in the order of the list. */
export function partOf<T>(list: readonly T[], part: ImagePart | undefined): readonly T[] {
  if (part === undefined) return list;
  const heaps = new Set(part.take);
  return list.filter((_, at) => heaps.has((at % part.of) + 1));
}

/**
 * The images that a spec takes from a list, under the class names that it gives them: without those
 * that it leaves out, then its part, then the first `count`. Without labels no class is looked at.
 */
export function takenImages<T extends { readonly className: string }>(
  listed: readonly T[],
  { labels, classes, part, count }: Taking,
): T[] {
  const named =
    labels === 'predicted'
      ? listed
      : listed.flatMap((image) => {
          const className = namedClass(classes, image.className);
          return className === null ? [] : { ...image, className };
        });
  return partOf(named, part).slice(0, count);
}
