import { imageKeyOf } from '../../images/image-key.ts';
import type { ImageKey } from '../../core/random-keys.ts';
import { splitSize, splitStart, type Split } from '../../images/roadside/splits.ts';
import { roadsideClasses } from '../../images/roadside/classes.ts';
import type { ImageRef } from '../../protocol/image-ref.ts';

/** One image with what is known of it. */
export interface InspectImage {
  readonly ref: ImageRef;
  /** Class index; null where nobody says what the image shows. */
  readonly label: number | null;
  /** Empty where classes are indices. */
  readonly classNames: readonly string[];
  /** Where a picture of one's own stands, if its set is kept here. */
  readonly from?: OwnPlace;
}

/** A place in a set of one's own. */
export interface OwnPlace {
  /** Name of the set. */
  readonly set: string;
  readonly position: number;
}

/** A place in the generated images. */
export interface RoadsidePlace {
  readonly split: Split;
  /** 0 … size of the split − 1. */
  readonly position: number;
}

const splits: readonly Split[] = ['test', 'validation', 'train'];

export function isSplit(text: string): text is Split {
  return splits.some((split) => split === text);
}

/** The place of an image in its split; null for an image from a file. */
export function roadsidePlace(ref: ImageRef): RoadsidePlace | null {
  if (ref.kind !== 'roadside') return null;
  for (const split of splits) {
    const position = ref.index - splitStart(split);
    if (position >= 0 && position < splitSize(split)) return { split, position };
  }
  return null;
}

/** The generated image at a place; its label takes the generator, which is loaded when it is asked for. */
export async function roadsideImage({ split, position }: RoadsidePlace): Promise<InspectImage> {
  const { roadsideLabel } = await import('../../images/roadside/render.ts');
  const index = splitStart(split) + position;
  return {
    ref: { kind: 'roadside', index },
    label: roadsideLabel(index),
    classNames: roadsideClasses,
  };
}

/** Last position of a split. */
export function lastPosition(split: Split): number {
  return splitSize(split) - 1;
}

/** Names the image in the counters of its random words. */
export function keyOfImage({ ref }: InspectImage): ImageKey {
  return imageKeyOf(ref);
}
