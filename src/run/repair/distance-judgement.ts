import { clopperPearson } from '../../core/clopper-pearson.ts';
import { holm } from '../../core/holm.ts';
import { mcnemarExact } from '../../core/mcnemar.ts';
import type { DistanceAnswer } from '../../protocol/repair-lane.ts';
import type { RepairDistanceResult, RepairResult } from '../../protocol/repair-result.ts';
import { takeOver } from '../checkpoint-origin.ts';
import type { Task } from './crew.ts';
import type { Judged } from './judgement.ts';
import type { JudgedDistances } from './repair-types.ts';
import { ImageUnits, unitTask } from './image-units.ts';

/** Passes of one image forward or back through a network, for an estimate of time. */
export const DISTANCE_PASSES = 1 + 3 * 10;

type Space = RepairDistanceResult['space'];
type Summary = RepairDistanceResult['before'];

interface Found extends JudgedDistances {
  readonly id: string;
}

const DONE = 1;
const DONE_WITH_FEATURES = 2;

/** Whether the model has distances in feature space. */
function isLinear({ done }: JudgedDistances): boolean {
  return done[0] === DONE_WITH_FEATURES;
}

/** Quantile of sorted values between two of them, linear in the rank (type 7 of Hyndman & Fan 1996). */
function quantile(sorted: Float32Array, share: number): number | null {
  const at = (sorted.length - 1) * share;
  const low = sorted[Math.floor(at)];
  const high = sorted[Math.ceil(at)];
  if (low === undefined || high === undefined) return null;
  const value = low === high ? low : low + (high - low) * (at - Math.floor(at));
  return Number.isFinite(value) ? value : null;
}

function summary(values: Float32Array): Summary {
  const sorted = values.toSorted();
  return {
    q10: quantile(sorted, 0.1),
    median: quantile(sorted, 0.5),
    q90: quantile(sorted, 0.9),
  };
}

function compared(
  model: string,
  space: Space,
  before: Float32Array,
  after: Float32Array,
): RepairDistanceResult {
  const images = before.length;
  let larger = 0;
  let equal = 0;
  for (const [image, was] of before.entries()) {
    const is = after[image] ?? Number.NaN;
    if (is > was) larger += 1;
    else if (is === was) equal += 1;
  }
  return {
    model,
    space,
    images,
    larger,
    equal,
    share: images === 0 ? null : larger / images,
    interval: images === 0 ? null : clopperPearson(larger, images),
    // The sign test is McNemar's on larger and smaller.
    p: images === 0 ? null : mcnemarExact(larger, images - larger - equal),
    pHolm: null,
    before: summary(before),
    after: summary(after),
  };
}

/** Six digits are more than float32 gradients are good for. */
function finite(values: Float32Array): (number | null)[] {
  return Array.from(values, (value) =>
    Number.isFinite(value) ? Number(value.toPrecision(6)) : null,
  );
}

/** Measures how far held-out images lie from the boundary of each model. */
export class DistanceJudgement {
  readonly #judged: Judged;
  readonly #work: ImageUnits<Found>;
  /** Whether the last layer alone was free, so that features are the same before and after. */
  readonly #sameFeatures: boolean;

  /**
   * @param saved - what {@link units} were when the judgement was broken off
   * @throws LabError `spec-invalid` where they are of another judgement
   */
  constructor(judged: Judged, sameFeatures: boolean, saved: readonly JudgedDistances[] | null) {
    this.#judged = judged;
    this.#sameFeatures = sameFeatures;
    const images = judged.labels.length;
    this.#work = new ImageUnits(images, (chunks) => {
      const empty = judged.models.map((): JudgedDistances => ({
        feature: new Float32Array(images),
        input: new Float32Array(images),
        done: new Uint8Array(chunks),
      }));
      const units = saved === null ? empty : takeOver(saved, empty);
      return units.map((unit, at) => ({ id: judged.models[at] ?? '', ...unit }));
    });
  }

  /** What is done so far; the arrays are those that go on being filled. */
  get units(): readonly JudgedDistances[] {
    return this.#work.found.map(({ feature, input, done }) => ({ feature, input, done }));
  }

  /** Units of work: images, once for each model. */
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
    const { labels, control, advanced } = this.#judged;
    const request = {
      model: found.id,
      images,
      labels: Uint16Array.from(images, (image) => labels[image] ?? 0),
      input: true,
    };
    return unitTask(
      { name: `measuring distances of ${found.id}`, subject: found.id },
      control,
      (api) => api.distances(request),
      (answer: DistanceAnswer) => {
        const [at = 0] = images;
        found.feature.set(answer.feature ?? [], at);
        found.input.set(answer.input ?? [], at);
        found.done[chunk] = answer.feature === null ? DONE : DONE_WITH_FEATURES;
        advanced(images.length);
      },
    );
  }

  /** The comparisons, once every task is done. */
  rows(): RepairDistanceResult[] {
    const [original, ...repaired] = this.#work.found;
    if (original === undefined) return [];
    const rows = repaired.flatMap((found) => {
      const both = this.#sameFeatures && isLinear(original) && isLinear(found);
      const input = compared(found.id, 'input', original.input, found.input);
      return both
        ? [compared(found.id, 'feature', original.feature, found.feature), input]
        : [input];
    });
    const adjusted = holm(rows.flatMap(({ p }) => p ?? [])).values();
    return rows.map((row) => ({
      ...row,
      pHolm: row.p === null ? null : (adjusted.next().value ?? null),
    }));
  }

  /** The distances of each image. */
  values(): NonNullable<RepairResult['distanceValues']> {
    return this.#work.found.map((found) => ({
      model: found.id,
      feature: this.#sameFeatures && isLinear(found) ? finite(found.feature) : null,
      input: finite(found.input),
    }));
  }
}
