import type { AttackTarget, PixelInput } from '../attacks/attack-target.ts';
import type { RunningBackend } from '../backends/running-backend.ts';
import { inputOfLevel } from './byte-tables.ts';
import type { InputTransform } from './input-tensors.ts';
import type { ModelOfLane } from './load-model.ts';

/** How preprocessing maps the levels of an image to inputs. */
function pixelInput({ geometry, tables }: InputTransform): PixelInput {
  const { preprocess } = geometry;
  const [low, high] = preprocess.range;
  const slope = Math.sign(high - low);
  return {
    sources: tables.sources,
    tables: tables.tables,
    inputOf: (level, channel) => inputOfLevel(preprocess, level, channel),
    // Standard deviations are positive: only the range can turn the direction round.
    direction: slope > 0 ? 1 : slope < 0 ? -1 : 0,
  };
}

/** A lane's model as attacks see it. */
export function attackTarget(
  { classifier, transform, batch }: ModelOfLane,
  { latch }: Pick<RunningBackend, 'latch'>,
): AttackTarget {
  return {
    classifier,
    pixels: pixelInput(transform),
    batch: batch.images,
    padded: batch.padded,
    read: async (tensor) => {
      const values = await latch.race<Float32Array>(tensor.data<'float32'>());
      latch.check();
      return values;
    },
  };
}
