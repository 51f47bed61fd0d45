import type { AttackTarget } from '../attacks/attack-target.ts';
import { uploadLevels } from '../attacks/upload-levels.ts';

/**
 * What the attacked network says of images, in executions of one batch each.
 * @returns images · classes values
 * @throws LabError where the backend has failed
 */
export async function targetLogits(
  target: AttackTarget,
  images: readonly Uint8Array[],
): Promise<Float32Array> {
  const { batch, classifier } = target;
  const all = new Float32Array(images.length * classifier.classes);
  for (let start = 0; start < images.length; start += batch) {
    const part = images.slice(start, start + batch);
    const input = uploadLevels(target, part);
    const logits = classifier.logits(input);
    input.dispose();
    try {
      const values = await target.read(logits);
      // A padded batch answers for its padding, too.
      all.set(values.subarray(0, part.length * classifier.classes), start * classifier.classes);
    } finally {
      logits.dispose();
    }
  }
  return all;
}
