import type { ImageKey } from '../../core/random-keys.ts';
import { fitImage } from '../../images/files/fit-image.ts';
import { imageKeyOf } from '../../images/image-key.ts';
import { readImage, type FileAccess } from '../../images/read-image.ts';
import { LabError } from '../../protocol/lab-error.ts';
import type { ImageRef } from '../../protocol/image-ref.ts';
import { ByteLru } from './byte-lru.ts';
import type { InputGeometry } from './input-geometry.ts';

/** An image as a model of some input size sees it. */
export interface StoredImage {
  readonly key: ImageKey;
  /** height · width · 3 bytes; shared, never written to. */
  readonly bytes: Uint8Array;
}

// A run goes through all its cells chunk by chunk, so only the images of a few chunks are in use.
const BUDGET = 128 * 2 ** 20;

/** The images of a run; each is rendered or decoded once for each input geometry, while they fit. */
export class ImageStore {
  readonly #access: FileAccess;
  readonly #fitted = new ByteLru<Uint8Array>(BUDGET);
  #images: readonly { readonly ref: ImageRef; readonly key: ImageKey }[] = [];

  constructor(access: FileAccess) {
    this.#access = access;
  }

  /** Replaces the list that positions refer to. */
  open(images: readonly ImageRef[]): void {
    this.#images = images.map((ref) => ({ ref, key: imageKeyOf(ref) }));
    this.#fitted.clear();
  }

  /** @throws LabError if an image cannot be had, naming it */
  async load(positions: Uint32Array, geometry: InputGeometry): Promise<StoredImage[]> {
    const loaded: StoredImage[] = [];
    for (const position of positions) {
      const image = this.#images[position];
      if (image === undefined) {
        throw new LabError(
          'image-missing',
          `there is no image ${position}; ${this.#images.length} are open`,
        );
      }
      const name = `${geometry.key} ${position}`;
      let bytes = this.#fitted.get(name);
      if (bytes === undefined) {
        const decoded = await readImage(image.ref, this.#access);
        bytes = fitImage(decoded, [geometry.height, geometry.width], geometry.preprocess);
        this.#fitted.set(name, bytes, bytes.length);
      }
      loaded.push({ key: image.key, bytes });
    }
    return loaded;
  }
}
