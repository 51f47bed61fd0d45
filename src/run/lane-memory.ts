import type { ModelData } from '../protocol/model-files.ts';
import { z } from '../protocol/zod.ts';
import { fittingLanes } from './backend-order.ts';
import type { LanePlan, SweepModel } from './sweep-types.ts';

const FLOAT_BYTES = 4;

const manifestSchema = z.object({
  weightsManifest: z.array(
    z.object({ weights: z.array(z.object({ shape: z.array(z.number()) })) }),
  ),
});

/** Bytes of a model's weights as a lane computes with them: as 32-bit floats, however they are stored. */
function floatBytes(data: ModelData): number {
  const stored = data.weights.byteLength;
  if (data.format !== 'tfjs') return stored;
  const parsed = manifestSchema.safeParse(JSON.parse(data.topology));
  if (!parsed.success) return stored;
  const values = parsed.data.weightsManifest
    .flatMap(({ weights }) => weights)
    .reduce((sum, { shape }) => sum + shape.reduce((product, side) => product * side, 1), 0);
  return Math.max(stored, values * FLOAT_BYTES);
}

/**
 * The same plans with no more lanes than the models of a run leave room for: every lane on the
 * processor holds all of them, so a network of 500 MB gets one lane where a small one gets all cores.
 * @param memoryBytes - that all lanes together may take
 */
export function lanesThatFit(
  plans: readonly LanePlan[],
  models: readonly SweepModel[],
  memoryBytes: number,
): LanePlan[] {
  const weightBytes = models.reduce((sum, { files }) => sum + floatBytes(files.data), 0);
  return plans.map(({ backend, lanes }) => {
    const isShared = backend === 'webgpu' || backend === 'webgl';
    return { backend, lanes: isShared ? lanes : fittingLanes(lanes, weightBytes, memoryBytes) };
  });
}
