import type { AttackOutcome, Share } from '../../../protocol/attack-result.ts';
import type { AttackSpec } from '../../../protocol/attack-spec.ts';
import { attackName } from '../../attack/attack-names.ts';
import { perCent } from '../../number-text.ts';

type Strength = Pick<AttackOutcome, 'epsilon'>;

/** "24.9 % (20.1–30.2)" */
export function shareText({ share, interval }: Share): string {
  if (share === null || interval === null) return 'an unknown share';
  return `${perCent(share)} % (${perCent(interval[0])}–${perCent(interval[1])})`;
}

/** "FGSM with ε 8", "the one-pixel search" */
export function attackText(attack: AttackSpec, { epsilon }: Strength): string {
  const name = attackName(attack);
  return epsilon === null ? `the ${name} search` : `${name} with ε ${epsilon}`;
}

/** "1 random pixel", "64 random pixels" */
export function randomPixels(count: number): string {
  return `${count} random ${count === 1 ? 'pixel' : 'pixels'}`;
}

/** Whether two 95 % intervals leave a gap; a cautious sign of a difference. */
export function sharesApart(a: Share, b: Share): boolean {
  if (a.interval === null || b.interval === null) return false;
  return a.interval[1] < b.interval[0] || b.interval[1] < a.interval[0];
}
