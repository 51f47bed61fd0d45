import type { DrawsAnswer, DrawsRequest } from '../../protocol/inspect.ts';
import { changePixelsOf, withPixels } from '../lane/changed-pixels.ts';
import type { InspectedModel } from './inspected-model.ts';

/**
 * Classifies one picture after each of some draws; draw d is that of a sweep with the same seed.
 * @throws LabError `spec-invalid` where the draw does not fit the picture
 */
export async function classifyDraws(
  { geometry, check, judge }: InspectedModel,
  { picture, change, first, draws }: Omit<DrawsRequest, 'model'>,
): Promise<DrawsAnswer> {
  const begun = performance.now();
  check(picture.bytes);
  const changes = Array.from({ length: draws }, (_, at) =>
    changePixelsOf([picture], { ...change, draw: first + at }, geometry),
  ).flat();
  const { predicted } = await judge(changes.map((drawn) => withPixels(picture.bytes, drawn)));
  return {
    predicted,
    absDelta: Uint32Array.from(changes, ({ absDelta }) => absDelta),
    seconds: (performance.now() - begun) / 1000,
  };
}
