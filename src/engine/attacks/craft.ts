import type { AttackRequest } from '../../protocol/attack.ts';
import type { AttackTarget, Crafted, LabelledImage } from './attack-target.ts';
import { fgsm } from './fgsm.ts';
import { onePixel } from './one-pixel.ts';
import { pgd } from './pgd.ts';

/**
 * Attacks images that the classifier gets right.
 * @throws LabError `non-finite` where a loss, a gradient or an answer is not a number
 */
export function craft(
  target: AttackTarget,
  images: readonly LabelledImage[],
  attack: AttackRequest,
): Promise<Crafted> {
  switch (attack.kind) {
    case 'fgsm':
      return fgsm(target, images, attack);
    case 'pgd':
      return pgd(target, images, attack);
    case 'one-pixel':
      return onePixel(target, images, attack);
  }
}
