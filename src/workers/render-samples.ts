import { expose } from 'comlink';
import type { ImageKey } from '../core/random-keys.ts';
import { fitImage } from '../images/files/fit-image.ts';
import { imageKeyOf } from '../images/image-key.ts';
import { readImage } from '../images/read-image.ts';
import { roadsideClasses } from '../images/roadside/classes.ts';
import { renderRoadside, roadsideLabel, roadsideSize } from '../images/roadside/render.ts';
import { splitStart } from '../images/roadside/splits.ts';
import type { ImageRef } from '../protocol/image-ref.ts';
import { LabError, type Answer } from '../protocol/lab-error.ts';
import type { Preprocess } from '../protocol/spec.ts';
import { decodeInBrowser } from './browser-decoder.ts';

/** A picture to look at. */
export interface SampleImage {
  /** Names it to the random generator. */
  readonly key: ImageKey;
  /** Empty where nobody says what it shows. */
  readonly className: string;
  /** Pixels. */
  readonly height: number;
  readonly width: number;
  /** height × width × 3 bytes. */
  readonly bytes: Uint8Array;
}

/** A picture of Roadside. */
export interface RoadsideSample extends SampleImage {
  /** Roadside index. */
  readonly index: number;
}

/** How a model is given a picture. */
export interface SampleFit {
  /** Height and width of its input. */
  readonly size: readonly [number, number];
  readonly preprocess: Preprocess;
}

/** Makes pictures to look at; not a lane, nothing is classified here. */
export interface SampleApi {
  /** @param positions in the test split */
  render(positions: readonly number[]): Promise<RoadsideSample[]>;
  /** @returns the bytes that a model is given of each picture */
  fit(refs: readonly ImageRef[], fit: SampleFit): Promise<Answer<Omit<SampleImage, 'className'>[]>>;
}

const api: SampleApi = {
  render: (positions) =>
    Promise.resolve(
      positions.map((position) => {
        const index = splitStart('test') + position;
        const className = roadsideClasses[roadsideLabel(index)] ?? '';
        const key = imageKeyOf({ kind: 'roadside', index });
        const [height, width] = [roadsideSize, roadsideSize];
        return { index, key, className, height, width, bytes: renderRoadside(index) };
      }),
    ),
  fit: async (refs, { size, preprocess }) => {
    const [height, width] = size;
    try {
      const fitted = refs.map(async (ref) => {
        const bytes = fitImage(await readImage(ref, { decodeInBrowser }), size, preprocess);
        return { key: imageKeyOf(ref), height, width, bytes };
      });
      return { ok: true, value: await Promise.all(fitted) };
    } catch (error) {
      if (error instanceof LabError) return { ok: false, error: error.toData() };
      throw error;
    }
  },
};

expose(api);
