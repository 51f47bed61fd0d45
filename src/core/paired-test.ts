import { mcnemarExact } from './mcnemar.ts';
import { signFlipSteps } from './sign-flip.ts';
import { runSteps } from './steps.ts';

/** One model at the cell where models are ranked. */
export interface PairedOutcomes {
  /** For each image of the run, wrong draws; ignored where not eligible. */
  readonly wrong: Uint16Array;
  /** For each image of the run, 1 where the model is judged on it. */
  readonly eligible: Uint8Array;
}

export interface PairedComparison {
  /** Images eligible for both. */
  readonly images: number;
  /** Wrong draws of the first minus those of the second, on these images. */
  readonly difference: number;
  /** Null where the models share no eligible image. */
  readonly p: number | null;
}

interface PairingOptions {
  readonly draws: number;
  readonly seed: number;
}

/** The comparison of {@link comparePaired} in steps of a few milliseconds. */
export function* pairedSteps(
  first: PairedOutcomes,
  second: PairedOutcomes,
  options: PairingOptions,
): Generator<void, PairedComparison> {
  if (first.wrong.length !== second.wrong.length) {
    throw new RangeError(
      `paired models must cover the same images, got ${first.wrong.length} and ${second.wrong.length}`,
    );
  }
  const differences: number[] = [];
  for (let image = 0; image < first.wrong.length; image += 1) {
    if (first.eligible[image] !== 1 || second.eligible[image] !== 1) continue;
    differences.push((first.wrong[image] ?? 0) - (second.wrong[image] ?? 0));
  }
  const images = differences.length;
  const difference = differences.reduce((sum, each) => sum + each, 0);
  if (images === 0) return { images, difference, p: null };
  if (options.draws > 1) {
    const p = yield* signFlipSteps(Int32Array.from(differences), options);
    return { images, difference, p };
  }
  const onlyFirst = differences.filter((each) => each > 0).length;
  const onlySecond = differences.filter((each) => each < 0).length;
  return { images, difference, p: mcnemarExact(onlyFirst, onlySecond) };
}

/**
 * Compares two models on the images eligible for both: exact McNemar with one draw an image,
 * the sign-flip test by image with several.
 * @throws RangeError if the models cover different numbers of images
 */
export function comparePaired(
  first: PairedOutcomes,
  second: PairedOutcomes,
  options: PairingOptions,
): PairedComparison {
  return runSteps(pairedSteps(first, second, options));
}
