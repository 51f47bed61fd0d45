import type { Answer } from '../protocol/lab-error.ts';
import type { Unit, UnitAnswer } from '../protocol/lane.ts';
import type { LoadedModel } from '../protocol/model-files.ts';
import { checkLabels } from './check-inputs.ts';
import type { ChunkContext } from './chunk.ts';
import { imageName } from './image-set.ts';
import type { Lane } from './lane.ts';
import { Pace } from './pace.ts';
import { planSweep } from './plan.ts';
import type { DoneCounts, PreparedSweep } from './prepared-sweep.ts';
import type { UnitPlace } from './predictions.ts';
import type { RunWork } from './pooled-run.ts';
import { Schedule } from './schedule.ts';
import type { SweepOptions, SweepRecord, Tally } from './sweep-types.ts';
import { Tallies } from './tallies.ts';
import { Workload } from './workload.ts';

const DEFAULT_CHUNK = 64;

function expectedOf(
  { expectedSeconds = {} }: SweepOptions,
  loaded: readonly LoadedModel[],
): number[] | null {
  const known = loaded.flatMap(({ id }) => expectedSeconds[id] ?? []);
  return known.length === loaded.length ? known : null;
}

/** By model: classifications of changed images that are done. */
function changedDone({ classified }: DoneCounts, cells: number): number[] {
  return Array.from({ length: classified.length / cells }, (_, model) =>
    classified.subarray(model * cells, (model + 1) * cells).reduce((sum, each) => sum + each, 0),
  );
}

/** The state of a sweep once its models are known: what to do, what is done, how fast it goes. */
export class SweepWork implements RunWork<UnitAnswer, SweepRecord, Tally> {
  readonly record: SweepRecord;
  readonly workload: Workload;
  readonly tallies: Tallies;
  readonly pace: Pace;
  readonly #schedule: Schedule;
  readonly #limits: number[];

  /** @throws LabError `spec-invalid` where the grid or the labels do not fit the models */
  constructor(
    options: SweepOptions,
    loaded: readonly LoadedModel[],
    { predictions, done }: PreparedSweep,
  ) {
    const { spec, images, models, chunk = DEFAULT_CHUNK } = options;
    const { labels } = images;
    checkLabels(images, loaded);
    const plan = planSweep(spec, labels.length, loaded);
    this.record = {
      spec,
      plan,
      images,
      models: loaded.map((model, index) => ({ loaded: model, hash: models[index]?.hash ?? '' })),
      predictions,
    };
    const context: ChunkContext = {
      models: plan.models.length,
      cells: plan.cells.length,
      draws: plan.draws,
      eligibility: spec.eligibility,
      labels,
      predictions,
    };
    this.#schedule = new Schedule(context, plan.images, chunk);
    this.#limits = loaded.map(() => chunk);
    this.workload = new Workload(context, plan.images, changedDone(done, plan.cells.length));
    this.tallies = new Tallies(plan, labels, predictions, {
      hasPi: spec.eligibility !== 'all',
      done,
    });
    this.pace = new Pace(
      loaded.map(({ multiplyAdds }) => multiplyAdds),
      chunk,
      expectedOf(options, loaded),
    );
  }

  take(lane: number): UnitPlace | null {
    return this.#schedule.take(lane, (model, changed) =>
      Math.min(this.#limits[model] ?? 1, this.pace.limit(model, changed)),
    );
  }

  shrink(model: number, limit: number): void {
    this.#limits[model] = Math.min(limit, this.#limits[model] ?? limit);
  }

  get exhausted(): boolean {
    return this.#schedule.exhausted;
  }

  /** @param at milliseconds of running */
  answer(place: UnitPlace, answer: UnitAnswer, at: number): void {
    const { model, cell, images } = place;
    this.record.predictions.store(place, answer);
    this.#schedule.settle(place);
    this.workload.settle(place);
    this.tallies.add(place);
    this.pace.record(model, cell !== null, images.length, answer.seconds, at);
  }

  send(lane: Lane, place: UnitPlace): Promise<Answer<UnitAnswer>> {
    return lane.classify(this.#unit(place));
  }

  modelOf({ model }: UnitPlace): string {
    return this.record.plan.models[model]?.id ?? '';
  }

  #unit({ model, cell, draw, images }: UnitPlace): Unit {
    const { plan, spec } = this.record;
    const setting = cell === null ? undefined : plan.cells[cell];
    return {
      model: plan.models[model]?.id ?? '',
      images,
      change: setting
        ? {
            seed: spec.seed,
            draw,
            count: setting.count,
            value: setting.value,
            region: setting.region,
          }
        : null,
      margins: false,
    };
  }

  /** "resnet on 64 images with 8 changed pixels" */
  describe({ model, cell, images }: UnitPlace): string {
    const { plan, images: set } = this.record;
    const [first] = images;
    const ref = first === undefined ? undefined : set.refs[first];
    const what = images.length === 1 && ref ? `image ${imageName(ref)}` : `${images.length} images`;
    const count = cell === null ? 0 : (plan.cells[cell]?.count ?? 0);
    const how =
      cell === null ? 'unchanged' : `with ${count} changed pixel${count === 1 ? '' : 's'}`;
    return `${plan.models[model]?.id ?? ''} on ${what} ${how}`;
  }
}
