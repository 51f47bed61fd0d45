import { pixelsOf } from '../../../run/number-text.ts';
import type { ExaminedImage, ExaminedPicture } from '../../../protocol/examine.ts';
import type { AttackSetting } from '../../../run/attack/attack-plan.ts';

/** One of the pictures that an image went through. */
export interface PictureStep {
  readonly id: 'original' | 'attacked' | 'changed';
  /** Above a column of figures. */
  readonly name: string;
  /** What was done last; null where the order says it. */
  readonly heading: string | null;
  /** Before the class that the model says: "Was". */
  readonly when: string;
  readonly picture: ExaminedPicture;
  /** Whether the pixels that are changed at random are marked in it. */
  readonly isRinged: boolean;
}

/** "ε 8", or "1 pixel" for a search that may change so many. */
export function strengthText({
  epsilon,
  pixels,
}: Pick<AttackSetting, 'epsilon' | 'pixels'>): string {
  return epsilon === null ? pixelsOf(pixels ?? 1) : `ε\u00a0${epsilon}`;
}

/** An image before and after; in between the adversarial example, where it was attacked. */
export function pictureSteps(
  { original, attacked, changed, pixels }: ExaminedImage,
  attack: Pick<AttackSetting, 'epsilon' | 'pixels'> | null,
): readonly PictureStep[] {
  if (attacked === null || attack === null) {
    const both = { heading: null, isRinged: true };
    return [
      { ...both, id: 'original', name: 'Before', when: 'Was', picture: original },
      { ...both, id: 'changed', name: 'After', when: 'Now', picture: changed },
    ];
  }
  const heading = `Attacked, ${strengthText(attack)}`;
  return [
    {
      id: 'original',
      name: 'Original',
      heading: 'Original',
      when: '',
      picture: original,
      isRinged: false,
    },
    { id: 'attacked', name: 'Attacked', heading, when: '', picture: attacked, isRinged: false },
    {
      id: 'changed',
      name: 'Changed',
      heading: `+\u00a0${pixels.length} random ${pixels.length === 1 ? 'pixel' : 'pixels'}`,
      when: '',
      picture: changed,
      isRinged: true,
    },
  ];
}
