import type { AttackResult } from '../../protocol/attack-result.ts';
import { detailAt } from '../../run/attack/attack-details.ts';
import type { AttackSetting } from '../../run/attack/attack-plan.ts';
import type { AttackRecord } from '../../run/attack/attack-types.ts';
import { labelAt } from '../../run/labels.ts';
import { samePixelValue } from '../../run/pixel-values.ts';
import { NOT_DONE } from '../../run/predictions.ts';
import type { Outcome, PinnedAttack } from '../attack-answer/attack-view-store.ts';
import type { CellPicture, PictureFilter } from './cell-pictures.ts';

/** What a pinned cell of an attack consists of; plain data. */
export interface AttackPictures {
  /** Positions of model and cell in the plan of the run. */
  readonly model: number;
  readonly cell: number;
  readonly attack: AttackSetting;
  readonly draws: number;
  /** How many images are adversarial examples. */
  readonly examples: number;
  /** Every classification, by image, then draw. */
  readonly groups: Readonly<Record<Outcome, readonly CellPicture[]>>;
}

/**
 * What random pixels did to an adversarial example.
 * @param adversarial class of the example
 */
export function outcomeOf(
  { label, predicted }: Pick<CellPicture, 'label' | 'predicted'>,
  adversarial: number,
): Outcome {
  if (predicted === label) return 'restored';
  return predicted === adversarial ? 'stillAdversarial' : 'otherWrong';
}

/** The examples behind one cell of an attack, as the figures count them; null where the run has no such cell. */
export function attackPictures(record: AttackRecord, pinned: PinnedAttack): AttackPictures | null {
  const { plan, images, predictions, details } = record;
  const model = plan.models.findIndex(({ id }) => id === pinned.model);
  const attack = plan.attacks.find(({ epsilon }) => epsilon === pinned.epsilon);
  const cell = plan.cells.findIndex(
    ({ count, value, region }) =>
      count === pinned.count && region === pinned.region && samePixelValue(value, pinned.value),
  );
  if (model < 0 || cell < 0 || attack === undefined) return null;
  const { draws } = plan;
  const { changed } = detailAt(details, model, attack.index);
  const groups: Record<Outcome, CellPicture[]> = {
    restored: [],
    stillAdversarial: [],
    otherWrong: [],
  };
  let examples = 0;
  for (const [image, adversarial] of predictions.changed(model, attack.index, 0).entries()) {
    const label = labelAt(images.labels, predictions.data.clean, model, image);
    if (adversarial === NOT_DONE || adversarial === label) continue;
    examples += 1;
    for (let draw = 0; draw < draws; draw += 1) {
      const predicted = changed[cell * draws + draw]?.[image] ?? NOT_DONE;
      const picture = { image, draw, label, adversarial, predicted };
      groups[outcomeOf(picture, adversarial)].push(picture);
    }
  }
  return { model, cell, attack, draws, examples, groups };
}

/** Those of an outcome and draw. */
export function picturesOf(
  { groups }: AttackPictures,
  { show, draw }: PictureFilter<Outcome>,
): readonly CellPicture[] {
  return draw === null ? groups[show] : groups[show].filter((each) => each.draw === draw);
}

/** The cell with most examples restored; null where no example was made. */
export function mostRestored({ cells }: Pick<AttackResult, 'cells'>): PinnedAttack | null {
  let best: AttackResult['cells'][number] | null = null;
  for (const cell of cells) {
    if (cell.examples === 0) continue;
    if (best === null || cell.restored.count > best.restored.count) best = cell;
  }
  if (best === null) return null;
  const { model, epsilon, count, value, region, restored } = best;
  const outcome = restored.count > 0 ? 'restored' : 'stillAdversarial';
  return { model, epsilon, count, value, region, outcome };
}
