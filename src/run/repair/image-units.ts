import type { Answer } from '../../protocol/lab-error.ts';
import type { LaneApi } from '../../protocol/lane.ts';
import type { Control } from './control.ts';
import type { Task } from './crew.ts';

const CHUNK = 32;

/** Images 0 … count − 1 in pieces. */
function chunksOf(count: number): Uint32Array[] {
  return Array.from({ length: Math.ceil(count / CHUNK) }, (_, at) =>
    Uint32Array.from(
      { length: Math.min(CHUNK, count - at * CHUNK) },
      (_each, index) => at * CHUNK + index,
    ),
  );
}

/** What is known of all images of one thing that is done to them; `done` is 0 where a piece is not. */
interface Found {
  readonly done: Uint8Array;
}

/** Work on images 0 … count − 1, in pieces, once for each thing that is done to them. */
export class ImageUnits<T extends Found> {
  readonly #chunks: readonly Uint32Array[];
  /** By thing that is done. */
  readonly found: readonly T[];

  /** @param found - makes what is found, given the number of pieces */
  constructor(images: number, found: (chunks: number) => readonly T[]) {
    this.#chunks = chunksOf(images);
    this.found = found(this.#chunks.length);
  }

  /** Images, once for each thing that is done to them. */
  get total(): number {
    return this.found.length * this.#chunks.reduce((sum, { length }) => sum + length, 0);
  }

  /** Those of {@link total} that are done. */
  get done(): number {
    const images = (done: Uint8Array): number =>
      this.#chunks.reduce((sum, { length }, chunk) => sum + (done[chunk] === 0 ? 0 : length), 0);
    return this.found.reduce((sum, { done }) => sum + images(done), 0);
  }

  /** What is left to do, piece by piece. */
  tasks(make: (found: T, images: Uint32Array, chunk: number) => Task): Task[] {
    return this.#chunks.flatMap((images, chunk) =>
      this.found.filter(({ done }) => done[chunk] === 0).map((found) => make(found, images, chunk)),
    );
  }
}

/**
 * A task of one call to a lane.
 * @param store - takes the answer
 */
export function unitTask<T>(
  { name, subject }: Pick<Task, 'name' | 'subject'>,
  control: Control,
  call: (api: LaneApi) => Promise<Answer<T>>,
  store: (value: T) => void,
): Task {
  return {
    name,
    subject,
    run: async (lane) => {
      if (!(await control.pass())) return null;
      const answer = await lane.call(call);
      if (!answer.ok) return answer.error;
      store(answer.value);
      return null;
    },
  };
}
