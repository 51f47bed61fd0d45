import { THUMBNAIL_SIDE } from '../../images/sets/examine-image.ts';
import type { SetImage } from '../../images/sets/set-image.ts';
import type { KeptImageSet } from './kept-set.ts';

/** A picture that can be looked at. */
export interface ShownPicture {
  /** Name of the set; {@link ROADSIDE} for Roadside. */
  readonly set: string;
  /** Of the file, or the index of a Roadside image. */
  readonly name: string;
  /** Empty where it has none. */
  readonly className: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** Index of a Roadside image; null for a file. */
  readonly roadside: number | null;
  /** Null for a Roadside image, which is no file. */
  readonly file: Pick<SetImage, 'sha256' | 'bytes'> | null;
}

/** Whether a thumbnail is smaller than its picture; others are shown pixel by pixel. */
export function isShrunk({ width, height }: Pick<ShownPicture, 'width' | 'height'>): boolean {
  return Math.max(width, height) > THUMBNAIL_SIDE;
}

/** Roadside images that are shown: more are drawn, but nobody scrolls through a million. */
export const SHOWN_ROADSIDE = 2400;

export function picturesOf({ name, images }: KeptImageSet): ShownPicture[] {
  return images.map(({ file, className, width, height, sha256, bytes }) => ({
    set: name,
    name: file,
    className,
    width,
    height,
    roadside: null,
    file: { sha256, bytes },
  }));
}

/** The first test images of Roadside. */
export async function roadsidePictures(set: string): Promise<ShownPicture[]> {
  const [{ roadsideImages }, { roadsideSize }] = await Promise.all([
    import('../../images/roadside-set.ts'),
    import('../../images/roadside/render.ts'),
  ]);
  const { refs, labels, classNames } = roadsideImages('test', SHOWN_ROADSIDE);
  return refs.flatMap((ref, at) =>
    ref.kind === 'roadside'
      ? {
          set,
          name: String(ref.index),
          className: classNames[labels[at] ?? 0] ?? '',
          width: roadsideSize,
          height: roadsideSize,
          roadside: ref.index,
          file: null,
        }
      : [],
  );
}
