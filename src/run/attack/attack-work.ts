import type { AttackAnswer, AttackUnit } from '../../protocol/attack.ts';
import type { Answer } from '../../protocol/lab-error.ts';
import type { UnitAnswer } from '../../protocol/lane.ts';
import type { LoadedModel } from '../../protocol/model-files.ts';
import { checkLabels } from '../check-inputs.ts';
import { checkpointOrigin } from '../checkpoint-origin.ts';
import type { ChunkContext } from '../chunk.ts';
import { imageName } from '../image-set.ts';
import { labelAt } from '../labels.ts';
import type { Lane } from '../lane.ts';
import { Pace } from '../pace.ts';
import type { RunWork } from '../pooled-run.ts';
import type { UnitPlace } from '../predictions.ts';
import { Schedule } from '../schedule.ts';
import { Workload } from '../workload.ts';
import { emptyFindings, readAttackCheckpoint } from './attack-checkpoint.ts';
import { detailAt, storeDetail } from './attack-details.ts';
import { attackEffort, planAttack } from './attack-plan.ts';
import { AttackTallies } from './attack-tallies.ts';
import type { AttackOptions, AttackRecord, AttackTally } from './attack-types.ts';

/** An answer on unchanged images, or on attacked ones. */
export type AttackReply =
  | { readonly kind: 'clean'; readonly answer: UnitAnswer }
  | { readonly kind: 'attack'; readonly answer: AttackAnswer };

const DEFAULT_CHUNK = 64;

/** The state of an attack once its models are known; the cells of its schedule are its epsilons. */
export class AttackWork implements RunWork<AttackReply, AttackRecord, AttackTally> {
  readonly record: AttackRecord;
  readonly workload: Workload;
  readonly tallies: AttackTallies;
  readonly pace: Pace;
  readonly #schedule: Schedule;
  readonly #limits: number[];

  /**
   * @throws LabError `spec-invalid` where the attack, the grid, the labels or the checkpoint do not
   *   fit the models
   */
  constructor(
    { spec, images, models, checkpoint, chunk = DEFAULT_CHUNK }: AttackOptions,
    loaded: readonly LoadedModel[],
  ) {
    const { labels } = images;
    checkLabels(images, loaded);
    const plan = planAttack(spec, labels.length, loaded);
    const { predictions, details } = checkpoint
      ? readAttackCheckpoint(checkpoint, checkpointOrigin(spec, images, models), plan)
      : emptyFindings(plan);
    this.record = {
      spec,
      plan,
      images,
      models: loaded.map((model, index) => ({ loaded: model, hash: models[index]?.hash ?? '' })),
      predictions,
      details,
    };
    const context: ChunkContext = {
      models: plan.models.length,
      cells: plan.attacks.length,
      draws: 1,
      eligibility: spec.eligibility,
      labels,
      predictions,
    };
    this.#schedule = new Schedule(context, plan.images, chunk);
    this.#limits = loaded.map(() => chunk);
    this.workload = new Workload(context, plan.images);
    this.tallies = new AttackTallies(this.record);
    const efforts = plan.attacks.map((each) => attackEffort(each, plan.cells.length * plan.draws));
    this.pace = new Pace(
      loaded.map(({ multiplyAdds }) => multiplyAdds),
      chunk,
      null,
      Math.max(...efforts),
    );
  }

  get exhausted(): boolean {
    return this.#schedule.exhausted;
  }

  take(lane: number): UnitPlace | null {
    return this.#schedule.take(lane, (model, changed) =>
      Math.min(this.#limits[model] ?? 1, this.pace.limit(model, changed)),
    );
  }

  shrink(model: number, limit: number): void {
    this.#limits[model] = Math.min(limit, this.#limits[model] ?? limit);
  }

  modelOf({ model }: UnitPlace): string {
    return this.record.plan.models[model]?.id ?? '';
  }

  async send(lane: Lane, place: UnitPlace): Promise<Answer<AttackReply>> {
    const { cell, images } = place;
    if (cell === null) {
      const answer = await lane.classify({
        model: this.modelOf(place),
        images,
        change: null,
        margins: false,
      });
      return answer.ok ? { ok: true, value: { kind: 'clean', answer: answer.value } } : answer;
    }
    const unit = this.#unit(place, cell);
    const answer = await lane.call((api) => api.attack(unit));
    if (!answer.ok) return answer;
    const { adversarial, changed } = answer.value;
    if (adversarial.length === images.length && changed.length === unit.changes.length) {
      return { ok: true, value: { kind: 'attack', answer: answer.value } };
    }
    const message = `a lane answered for ${adversarial.length} of ${images.length} images`;
    return { ok: false, error: { kind: 'internal', message } };
  }

  answer(place: UnitPlace, reply: AttackReply, at: number): void {
    const { model, cell, images } = place;
    const { predictions, details, plan } = this.record;
    if (reply.kind === 'clean') {
      predictions.store(place, reply.answer);
    } else if (cell !== null) {
      predictions.store(place, this.#judged(place, reply.answer));
      storeDetail(detailAt(details, model, cell), place, reply.answer, plan.draws);
    }
    this.#schedule.settle(place);
    this.workload.settle(place);
    this.tallies.add(place);
    this.pace.record(model, cell !== null, images.length, reply.answer.seconds, at);
  }

  /** "resnet on 16 images under attack with epsilon 8" */
  describe(place: UnitPlace): string {
    const { cell, images } = place;
    const { plan, images: set } = this.record;
    const ref = set.refs[images[0] ?? -1];
    const what = images.length === 1 && ref ? `image ${imageName(ref)}` : `${images.length} images`;
    const epsilon = cell === null ? null : (plan.attacks[cell]?.epsilon ?? null);
    const strength = epsilon === null ? '' : ` with epsilon ${epsilon}`;
    const how = cell === null ? 'unchanged' : `under attack${strength}`;
    return `${this.modelOf(place)} on ${what} ${how}`;
  }

  /**
   * The classes to keep. Another backend than the one that classified the unchanged images may be
   * at work by now and be wrong about one of them: it was not attacked then, and nothing was fooled.
   */
  #judged({ model, images }: UnitPlace, answer: AttackAnswer): UnitAnswer {
    const { clean, adversarial, seconds } = answer;
    const predicted = Uint16Array.from(images, (image, index) => {
      const label = this.#label(model, image);
      return clean[index] === label ? (adversarial[index] ?? label) : label;
    });
    return { predicted, margins: null, absDelta: new Uint32Array(images.length), seconds };
  }

  #label(model: number, image: number): number {
    const { images, predictions } = this.record;
    return labelAt(images.labels, predictions.data.clean, model, image);
  }

  #unit(place: UnitPlace, attack: number): AttackUnit {
    const { plan, spec } = this.record;
    const setting = plan.attacks[attack];
    if (!setting) throw new RangeError(`no attack ${attack} in this run`);
    return {
      model: this.modelOf(place),
      images: place.images,
      labels: Uint16Array.from(place.images, (image) => this.#label(place.model, image)),
      attack: setting.request,
      changes: plan.cells.flatMap(({ count, value, region }) =>
        Array.from({ length: plan.draws }, (_, draw) => ({
          seed: spec.seed,
          draw,
          count,
          value,
          region,
        })),
      ),
    };
  }
}
