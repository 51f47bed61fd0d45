import type { RepairArm } from '../../../../protocol/repair.ts';
import { OptionList } from '../../../shared/controls/option-list.tsx';
import { useDraft } from '../use-draft.ts';

const arms: readonly { value: RepairArm; title: string; detail: string }[] = [
  {
    value: 'pixels',
    title: 'Changed pixels',
    detail:
      'A few random pixels of each image are changed, as in the paper. One model for each number.',
  },
  {
    value: 'noise',
    title: 'Gaussian noise',
    detail: 'A random amount with a standard deviation of 10 of 255 is added to every channel.',
  },
  {
    value: 'flip-shift',
    title: 'Flips and shifts',
    detail:
      'Shifted by up to an eighth of the side; mirrored where the mirror image is the same sign.',
  },
  {
    value: 'erasing',
    title: 'Random erasing',
    detail: 'A rectangle of 2 to 40 % of the image is filled with random values.',
  },
];

/** How samples are made of training images. */
export function ArmControl() {
  const { repair, set } = useDraft();
  const choose = (arm: RepairArm) => {
    // Without changed pixels there is one model; its count is for the images that validate.
    set({ arm, counts: arm === 'pixels' ? repair.counts : repair.counts.slice(0, 1) });
  };
  return (
    <OptionList
      label="How samples are made"
      name="arm"
      options={arms}
      chosen={repair.arm}
      onChoose={choose}
    />
  );
}
