import { labelAt } from '../labels.ts';
import type { PlannedModel } from '../plan.ts';
import { NOT_DONE } from '../predictions.ts';
import { detailAt, type AttackDetail } from './attack-details.ts';
import type { AttackSetting } from './attack-plan.ts';
import type { AttackRecord } from './attack-types.ts';

/** One model under one attack: what is done of it. */
export interface AttackArm {
  readonly model: PlannedModel;
  readonly setting: AttackSetting;
  readonly detail: AttackDetail;
  /** By image: class under attack. */
  readonly adversarial: Uint16Array;
  /** By image: class that the model is judged by. */
  readonly labels: Uint16Array;
  /** Positions of the attacked images, and of those that are adversarial examples. */
  readonly attacked: readonly number[];
  readonly examples: readonly number[];
}

/** Model by model, attacks in the order of the plan. */
export function attackArms({ plan, images, predictions, details }: AttackRecord): AttackArm[] {
  const { clean } = predictions.data;
  return plan.models.flatMap((model, at) => {
    const labels = images.labels.map((_, image) => labelAt(images.labels, clean, at, image));
    return plan.attacks.map((setting) => {
      const adversarial = predictions.changed(at, setting.index, 0);
      const attacked = Array.from(adversarial.keys()).filter(
        (image) => adversarial[image] !== NOT_DONE,
      );
      const examples = attacked.filter((image) => adversarial[image] !== labels[image]);
      const detail = detailAt(details, at, setting.index);
      return { model, setting, detail, adversarial, labels, attacked, examples };
    });
  });
}
