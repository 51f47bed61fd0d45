import { philox4x32 } from '../../core/philox.ts';
import { seedKey, type ImageKey } from '../../core/random-keys.ts';
import { makeSampler } from '../../images/augment/make-sampler.ts';
import type { SampleMaker } from '../../images/augment/sample-maker.ts';
import { sampleArmSchema } from '../../protocol/augment.ts';
import type { RepairRequest } from '../../protocol/repair-lane.ts';
import type { StoredImage } from '../lane/image-store.ts';
import type { InputGeometry } from '../lane/input-geometry.ts';

/** One picture that a training reads: an image, changed or not. */
export interface Picture {
  /** Position of its image: training images first, then those for validation. */
  readonly image: number;
  readonly label: number;
  /** Number of the sample; null for an image as it is. */
  readonly copy: number | null;
}

/** The pictures of a training in one list. */
export interface Pictures {
  readonly list: readonly Picture[];
  /** The samples come first, `copies` of each image side by side. */
  readonly samples: number;
  /** Then as many validation images unchanged, and as many changed. */
  readonly validation: number;
}

/** Copy number of validation pictures, far beyond those of any training. */
const VALIDATION_COPY = 0x40000000;

export function listPictures({ settings, train, validation }: RepairRequest): Pictures {
  const { copies } = settings;
  const list: Picture[] = [];
  for (const [image, label] of train.labels.entries()) {
    for (let copy = 0; copy < copies; copy += 1) list.push({ image, label, copy });
  }
  const samples = list.length;
  for (const copy of [null, VALIDATION_COPY]) {
    for (const [at, label] of validation.labels.entries()) {
      list.push({ image: train.refs.length + at, label, copy });
    }
  }
  return { list, samples, validation: validation.refs.length };
}

const STREAM = 0x80000020;
const TWO_32 = 4294967296;

/** Makes the bytes of pictures. */
export class PictureMaker {
  readonly #request: RepairRequest;
  readonly #geometry: InputGeometry;
  readonly #makeSample: SampleMaker;
  readonly #makeValidation: SampleMaker;

  constructor(request: RepairRequest, geometry: InputGeometry) {
    const { settings, count, seed } = request;
    const { arm, value, region } = settings;
    const pixels = { arm: 'pixels', count, value, region } as const;
    this.#request = request;
    this.#geometry = geometry;
    this.#makeValidation = makeSampler(pixels, seed);
    this.#makeSample =
      arm === 'pixels' ? this.#makeValidation : makeSampler(sampleArmSchema.parse({ arm }), seed);
  }

  /**
   * The bytes of one picture, not to be written to.
   * @throws RangeError if a change does not fit the image
   */
  make({ label, copy }: Picture, { key, bytes }: StoredImage): Uint8Array {
    if (copy === null || this.#staysClean(key, copy)) return bytes;
    const { height, width } = this.#geometry;
    const mirrors = this.#request.mirrors.includes(label);
    const make = copy === VALIDATION_COPY ? this.#makeValidation : this.#makeSample;
    return make({ bytes, height, width, key, mirrors }, copy);
  }

  /** Whether a sample is one of the share that stays unchanged; the same for every arm and count. */
  #staysClean([low, high]: ImageKey, copy: number): boolean {
    const { cleanShare } = this.#request.settings;
    if (copy === VALIDATION_COPY || cleanShare === 0) return false;
    const [word] = philox4x32([low, high, copy, STREAM], seedKey(this.#request.seed));
    return word < cleanShare * TWO_32;
  }
}
