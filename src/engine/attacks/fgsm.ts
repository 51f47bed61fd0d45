import type { AttackTarget, Crafted, LabelledImage } from './attack-target.ts';
import { lossSigns } from './loss-signs.ts';

export interface FgsmOptions {
  /** Byte units, a positive integer. */
  readonly epsilon: number;
}

function step(bytes: Uint8Array, signs: Int8Array, epsilon: number): Uint8Array {
  return bytes.map((byte, at) => Math.min(255, Math.max(0, byte + epsilon * (signs[at] ?? 0))));
}

/**
 * Fast gradient sign method (Goodfellow et al. 2015) on bytes: b′ = clip(b + ε · sign ∂L/∂b); a
 * byte stays where the derivative is exactly 0.
 * @throws LabError `non-finite`
 */
export async function fgsm(
  target: AttackTarget,
  images: readonly LabelledImage[],
  { epsilon }: FgsmOptions,
): Promise<Crafted> {
  const found = await lossSigns(
    target,
    images.map(({ bytes }) => bytes),
    images.map(({ label }) => label),
  );
  return {
    images: images.map(({ bytes }, index) =>
      step(bytes, found[index]?.signs ?? new Int8Array(), epsilon),
    ),
    zeroGradients: Uint32Array.from(found, ({ zeros }) => zeros),
    queries: new Uint32Array(images.length),
  };
}
