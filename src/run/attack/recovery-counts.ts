import type { AttackDetail } from './attack-details.ts';

/** How often changes of one cell had each outcome. */
export interface RecoveryCounts {
  restored: number;
  stillAdversarial: number;
  otherWrong: number;
}

/** Counts the draws of one example at one cell. */
export function recoveryOf(
  { changed }: Pick<AttackDetail, 'changed'>,
  image: number,
  cell: number,
  draws: number,
  label: number,
  adversarial: number,
): RecoveryCounts {
  const counts = { restored: 0, stillAdversarial: 0, otherWrong: 0 };
  for (let draw = 0; draw < draws; draw += 1) {
    const predicted = changed[cell * draws + draw]?.[image];
    if (predicted === label) counts.restored += 1;
    else if (predicted === adversarial) counts.stillAdversarial += 1;
    else counts.otherWrong += 1;
  }
  return counts;
}
