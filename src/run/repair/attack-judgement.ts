import { clopperPearson } from '../../core/clopper-pearson.ts';
import type { AttackAnswer, AttackRequest } from '../../protocol/attack.ts';
import type { RepairAttackResult } from '../../protocol/repair-result.ts';
import { compareAnswers, withHolm } from './against.ts';
import { takeOver } from '../checkpoint-origin.ts';
import type { Task } from './crew.ts';
import type { Judged } from './judgement.ts';
import type { JudgedAttack } from './repair-types.ts';
import { ImageUnits, unitTask } from './image-units.ts';

const ITERATIONS = 10;

type GradientAttack = Extract<AttackRequest, { readonly epsilon: number }>;

/** One attack on one model, image by image. */
interface Found extends JudgedAttack {
  readonly attack: GradientAttack;
  readonly model: number;
}

/** FGSM and PGD at each strength; PGD with the step and iterations that attacks have by default. */
function attacksOf(epsilons: readonly number[], seed: number): GradientAttack[] {
  return epsilons.flatMap((epsilon): GradientAttack[] => [
    { kind: 'fgsm', epsilon },
    {
      kind: 'pgd',
      epsilon,
      step: (2.5 * epsilon) / ITERATIONS,
      iterations: ITERATIONS,
      randomStart: true,
      seed,
    },
  ]);
}

/** Passes of one image forward or back through a network, for an estimate of time. */
export function attackPasses(epsilons: readonly number[], models: number): number {
  const made = models * (2 + 3 + 2 + 3 * ITERATIONS);
  const shown = 2 * (models - 1);
  return epsilons.length * (made + shown);
}

/** Judges models by attacks: examples of the original, and examples made against themselves. */
export class AttackJudgement {
  readonly #judged: Judged;
  readonly #work: ImageUnits<Found>;

  /**
   * @param saved - what {@link units} were when the judgement was broken off
   * @throws LabError `spec-invalid` where they are of another judgement
   */
  constructor(
    judged: Judged,
    epsilons: readonly number[],
    seed: number,
    saved: readonly JudgedAttack[] | null,
  ) {
    this.#judged = judged;
    const blank = () => new Uint16Array(judged.labels.length);
    const settings = attacksOf(epsilons, seed).flatMap((attack) =>
      judged.models.map((_, model) => ({ attack, model })),
    );
    this.#work = new ImageUnits(judged.labels.length, (chunks) => {
      const empty = settings.map(({ model }): JudgedAttack => ({
        clean: blank(),
        adversarial: blank(),
        transferred: model === 0 ? judged.models.slice(1).map(blank) : [],
        done: new Uint8Array(chunks),
      }));
      const units = saved === null ? empty : takeOver(saved, empty);
      return units.flatMap((unit, at) => {
        const setting = settings[at];
        return setting === undefined ? [] : [{ ...setting, ...unit }];
      });
    });
  }

  /** What is done so far; the arrays are those that go on being filled. */
  get units(): readonly JudgedAttack[] {
    return this.#work.found.map(({ clean, adversarial, transferred, done }) => ({
      clean,
      adversarial,
      transferred,
      done,
    }));
  }

  /** Units of work: images, once for each model and attack. */
  get total(): number {
    return this.#work.total;
  }

  /** Units of work that are done. */
  get done(): number {
    return this.#work.done;
  }

  /** What is left to do. */
  tasks(): Task[] {
    return this.#work.tasks((...unit) => this.#task(...unit));
  }

  #task(found: Found, images: Uint32Array, chunk: number): Task {
    const { models, labels, control, advanced } = this.#judged;
    const { attack } = found;
    const model = models[found.model] ?? '';
    const unit = {
      model,
      images,
      labels: Uint16Array.from(images, (image) => labels[image] ?? 0),
      attack,
      changes: [],
      transferTo: found.model === 0 ? models.slice(1) : [],
    };
    const name = `attacking ${model} with ${attack.kind.toUpperCase()}, ε = ${attack.epsilon}`;
    return unitTask(
      { name, subject: model },
      control,
      (api) => api.attack(unit),
      (answer: AttackAnswer) => {
        const [at = 0] = images;
        found.clean.set(answer.clean, at);
        found.adversarial.set(answer.adversarial, at);
        for (const [judge, classes] of found.transferred.entries()) {
          classes.set(answer.transferred[judge] ?? [], at);
        }
        found.done[chunk] = 1;
        advanced(images.length);
      },
    );
  }

  /** The table, once every task is done. */
  rows(): RepairAttackResult[] {
    const rows = this.#work.found.flatMap((found) => {
      const original = this.#work.found.find(
        ({ attack, model }) => attack === found.attack && model === 0,
      );
      const shown = original?.transferred[found.model - 1];
      const own = this.#row(found, 'itself', this.#right(found.clean), found.adversarial, original);
      if (shown === undefined || original === undefined) return [own];
      const fooled = this.#right(original.clean).map(
        (right, image) => right && original.adversarial[image] !== this.#judged.labels[image],
      );
      return [this.#row(found, 'original', fooled, shown, original), own];
    });
    return withHolm(rows);
  }

  #right(predicted: Uint16Array): boolean[] {
    return Array.from(predicted, (each, image) => each === this.#judged.labels[image]);
  }

  #row(
    { attack, model }: Found,
    craftedOn: RepairAttackResult['craftedOn'],
    isExample: readonly boolean[],
    predicted: Uint16Array,
    original: Found | undefined,
  ): RepairAttackResult {
    const right = this.#right(predicted);
    const examples = isExample.filter(Boolean).length;
    const fooled = isExample.filter((each, image) => each && right[image] !== true).length;
    const correct = right.filter(Boolean).length;
    const images = right.length;
    return {
      model: this.#judged.models[model] ?? '',
      attack: attack.kind,
      epsilon: attack.epsilon,
      craftedOn,
      examples,
      fooled,
      rate: examples === 0 ? null : fooled / examples,
      interval: examples === 0 ? null : clopperPearson(fooled, examples),
      images,
      correct,
      accuracy: images === 0 ? null : correct / images,
      accuracyInterval: images === 0 ? null : clopperPearson(correct, images),
      against:
        model === 0 || original === undefined
          ? null
          : compareAnswers(this.#right(original.adversarial), right),
    };
  }
}
