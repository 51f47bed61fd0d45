import { pixelIndexOfFractions } from '../../core/pixel-index.ts';
import type { AttackOutcome } from '../../protocol/attack-result.ts';
import type { AttackArm } from './attack-arms.ts';
import { meanAt, shareOf } from './shares.ts';

/** p of the pixel-index: mean share of pixels that differ, or that the attack may change. */
function changedShareOf({ model, setting, detail, attacked }: AttackArm): number | null {
  const [height, width] = model.inputSize;
  if (attacked.length === 0) return null;
  const pixels = setting.pixels ?? meanAt(detail.changedPixels, attacked);
  return pixels / (height * width);
}

/** How often an attack succeeded, and how far it went for it. */
export function attackOutcome(arm: AttackArm): AttackOutcome {
  const { setting, model, detail, attacked, examples } = arm;
  const { epsilon, pixels } = setting;
  const [height, width, channels] = model.inputSize;
  const values = height * width * channels;
  const isExample = new Set(examples);
  const found = shareOf(
    Uint16Array.from(attacked, (image) => (isExample.has(image) ? 1 : 0)),
    1,
  );
  const changedShare = changedShareOf(arm);
  const range = epsilon === null ? 1 : (2 * epsilon) / 255;
  const pi = (w: number | undefined): number | null =>
    w === undefined || !changedShare ? null : pixelIndexOfFractions(w, changedShare, range, 1);
  const low = pi(found.interval?.[0]);
  const high = pi(found.interval?.[1]);
  const isSearch = setting.request.kind === 'one-pixel';
  const isNone = attacked.length === 0;
  return {
    model: model.id,
    epsilon,
    pixels,
    eligible: attacked.length,
    examples: found,
    pi: pi(found.share ?? undefined),
    piInterval: low === null || high === null ? null : [low, high],
    changedShare,
    zeroGradients: isNone || isSearch ? null : meanAt(detail.zeroGradients, attacked) / values,
    withoutGradient: attacked.filter((image) => detail.zeroGradients[image] === values).length,
    largestDelta: Math.max(0, ...attacked.map((image) => detail.largestDelta[image] ?? 0)),
    queries: isNone || !isSearch ? null : meanAt(detail.queries, attacked),
  };
}
