import { STREAM } from '../../core/random-keys.ts';
import { WordStream } from '../../core/word-stream.ts';
import type { AttackTarget, Crafted, LabelledImage } from './attack-target.ts';
import { searchPixels } from './query-loop.ts';
import { evolution, randomSearch, type SearchOptions } from './search-strategies.ts';

export interface OnePixelOptions extends SearchOptions {
  /** `random` spends the same queries without evolution, as a yardstick. */
  readonly search: 'evolution' | 'random';
  /** Safe integer 0 … 2⁵³ − 1. */
  readonly seed: number;
}

/**
 * The one-pixel attack (Su et al. 2019), untargeted, with one or a few pixels of any colour: a
 * search for the image with the smallest probability of the true class, which ends with the first
 * that fools the classifier. Needs no gradient; images are searched one by one, each with random
 * words of its own.
 * @throws LabError `non-finite` where the network's answers are no numbers
 */
export async function onePixel(
  target: AttackTarget,
  images: readonly LabelledImage[],
  options: OnePixelOptions,
): Promise<Crafted> {
  const [height, width] = target.classifier.inputShape;
  const size = { height, width };
  const makeStrategy = options.search === 'evolution' ? evolution : randomSearch;
  const crafted: Uint8Array[] = [];
  const queries = new Uint32Array(images.length);
  for (const [index, { bytes, label, key }] of images.entries()) {
    const words = new WordStream(options.seed, key, STREAM.pixelSearch);
    const strategy = makeStrategy(options, size, words);
    const found = await searchPixels(target, bytes, label, size, strategy);
    crafted.push(found.image);
    queries[index] = found.queries;
  }
  return { images: crafted, zeroGradients: new Uint32Array(images.length), queries };
}
