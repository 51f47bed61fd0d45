import type { Answer } from '../../protocol/lab-error.ts';
import type { LaneApi } from '../../protocol/lane.ts';
import type { Control } from './control.ts';
import type { Task } from './crew.ts';

const CHUNK = 32;

/** Images 0 … count − 1 in pieces. */
export function chunksOf(count: number): Uint32Array[] {
  return Array.from({ length: Math.ceil(count / CHUNK) }, (_, at) =>
    Uint32Array.from(
      { length: Math.min(CHUNK, count - at * CHUNK) },
      (_each, index) => at * CHUNK + index,
    ),
  );
}

/**
 * How many images are done, once for each thing that is done to them.
 * @param found - by thing, with its pieces that are done
 */
export function doneImages(
  chunks: readonly Uint32Array[],
  found: readonly { readonly done: Uint8Array }[],
): number {
  const images = (done: Uint8Array): number =>
    chunks.reduce((sum, { length }, chunk) => sum + (done[chunk] === 0 ? 0 : length), 0);
  return found.reduce((sum, { done }) => sum + images(done), 0);
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
