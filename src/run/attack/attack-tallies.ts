import { clopperPearson } from '../../core/clopper-pearson.ts';
import { labelAt } from '../labels.ts';
import { NOT_DONE, type UnitPlace } from '../predictions.ts';
import { detailAt } from './attack-details.ts';
import type { AttackRecord, AttackTally } from './attack-types.ts';
import { recoveryOf, type RecoveryCounts } from './recovery-counts.ts';

interface Counts {
  attacked: number;
  examples: number;
  readonly cells: RecoveryCounts[];
}

/** Running counts of every model × epsilon, for figures that grow. */
export class AttackTallies {
  readonly #record: AttackRecord;
  /** By model, then attack. */
  readonly #counts: readonly (readonly Counts[])[];

  constructor(record: AttackRecord) {
    const { models, attacks, cells } = record.plan;
    this.#record = record;
    this.#counts = models.map(() =>
      attacks.map(() => ({
        attacked: 0,
        examples: 0,
        cells: cells.map(() => ({ restored: 0, stillAdversarial: 0, otherWrong: 0 })),
      })),
    );
    const images = Uint32Array.from(record.images.labels.keys());
    for (const model of models.keys()) {
      for (const { index: cell } of attacks) this.add({ model, cell, draw: 0, images });
    }
  }

  /** Counts work whose answer has been stored. */
  add({ model, cell: attack, images }: UnitPlace): void {
    const counts = attack === null ? undefined : this.#counts[model]?.[attack];
    if (attack === null || !counts) return;
    const { predictions, details, images: set, plan } = this.#record;
    const adversarial = predictions.changed(model, attack, 0);
    const detail = detailAt(details, model, attack);
    for (const image of images) {
      const predicted = adversarial[image] ?? NOT_DONE;
      if (predicted === NOT_DONE) continue;
      const label = labelAt(set.labels, predictions.data.clean, model, image);
      counts.attacked += 1;
      if (predicted === label) continue;
      counts.examples += 1;
      for (const [cell, sum] of counts.cells.entries()) {
        const found = recoveryOf(detail, image, cell, plan.draws, label, predicted);
        sum.restored += found.restored;
        sum.stillAdversarial += found.stillAdversarial;
        sum.otherWrong += found.otherWrong;
      }
    }
  }

  /** Model by model, attacks in the order of the plan. */
  list(): readonly AttackTally[] {
    const { models, attacks, cells } = this.#record.plan;
    return models.flatMap(({ id }, model) =>
      attacks.map(({ index, epsilon, pixels }) => {
        const counts = this.#counts[model]?.[index];
        const { attacked = 0, examples = 0 } = counts ?? {};
        return {
          model: id,
          attack: index,
          epsilon,
          pixels,
          attacked,
          examples,
          successRate: attacked === 0 ? null : examples / attacked,
          interval: attacked === 0 ? null : clopperPearson(examples, attacked),
          cells: cells.map(({ count, value, region }, cell) => ({
            cell,
            count,
            value,
            region,
            restored: counts?.cells[cell]?.restored ?? 0,
            stillAdversarial: counts?.cells[cell]?.stillAdversarial ?? 0,
            otherWrong: counts?.cells[cell]?.otherWrong ?? 0,
          })),
        };
      }),
    );
  }
}
