import { LabError } from '../../protocol/lab-error.ts';
import type { LaneApi } from '../../protocol/lane.ts';
import { specModelId } from '../../protocol/model-id.ts';
import { parseSpec } from '../../protocol/parse-spec.ts';
import type { Spec, SpecInput } from '../../protocol/spec.ts';
import type { Aggregate, AggregateInput } from '../../run/aggregate.ts';
import { startAttackRun } from '../../run/attack/attack-run.ts';
import type { AttackRunOutcome } from '../../run/attack/attack-types.ts';
import type { ImageSet } from '../../run/image-set.ts';
import type { OpenLane } from '../../run/lane-handle.ts';
import { checkRepair } from '../../run/repair/check-repair.ts';
import { startRepair } from '../../run/repair/repair.ts';
import type { RepairedModel, RepairOutcome } from '../../run/repair/repair-types.ts';
import { startSweep } from '../../run/sweep.ts';
import type { LanePlan, RunOutcome, SweepModel, SweepOutcome } from '../../run/sweep-types.ts';

/** One stretch of an experiment. */
export interface LessonPart {
  /** What is being done, for a person. */
  readonly name: string;
  /** Its share of the work, beside the others. */
  readonly weight: number;
}

type Split = 'train' | 'validation' | 'test';

/** Where a bench gets its models, images and workers from; what differs between a page and Node. */
export interface BenchAccess {
  readonly images: (split: Split, count: number) => Promise<ImageSet>;
  readonly model: (id: string, signal: AbortSignal) => Promise<SweepModel>;
  readonly openLane: OpenLane<LaneApi>;
  readonly backends: (models: readonly SweepModel[]) => Promise<readonly LanePlan[]>;
  readonly versions: Readonly<Record<string, string>>;
  readonly aggregate?: (input: AggregateInput) => Promise<Aggregate>;
}

/** How far an experiment is. */
export interface BenchProgress {
  readonly part: string;
  /** Of the whole experiment, 0 … 1. */
  readonly share: number;
}

type Finished<Result, Record> = Extract<RunOutcome<Result, Record>, { readonly phase: 'done' }>;
export type SweepDone = Extract<SweepOutcome, { readonly phase: 'done' }>;
export type AttackDone = Extract<AttackRunOutcome, { readonly phase: 'done' }>;
export type RepairDone = Pick<RepairOutcome, 'models'> & {
  readonly result: NonNullable<RepairOutcome['result']>;
};

/** Runs the parts of a lesson one after another, each as the lab itself would. */
export interface Bench {
  /** @param made models that the lesson made itself, by the ids that the spec names */
  readonly sweep: (spec: SpecInput, made?: readonly RepairedModel[]) => Promise<SweepDone>;
  readonly attack: (spec: SpecInput) => Promise<AttackDone>;
  readonly repair: (spec: SpecInput) => Promise<RepairDone>;
}

interface Watched<Snapshot, Outcome> {
  readonly cancel: () => Promise<Outcome>;
  readonly done: Promise<Outcome>;
  readonly subscribe: (listener: (snapshot: Snapshot) => void) => () => void;
}

const snapshotEvery = 150;

function cancelled(): LabError {
  return new LabError('cancelled', 'The experiment was cancelled.');
}

function finished<Result, Record>(outcome: RunOutcome<Result, Record>): Finished<Result, Record> {
  if (outcome.phase === 'done') return outcome;
  throw outcome.phase === 'failed' ? LabError.from(outcome.error) : cancelled();
}

function roadside(images: Spec['images']): { split: Split; count: number } {
  if (images.source === 'roadside') return images;
  throw new LabError('spec-invalid', 'images: lessons use Roadside images', 'images');
}

/**
 * A bench for one run of a lesson. Its calls take the parts in order.
 * @param signal ends the part under way; its call throws a LabError `cancelled`
 */
export function openBench(
  access: BenchAccess,
  parts: readonly LessonPart[],
  tell: (progress: BenchProgress) => void,
  signal: AbortSignal,
): Bench {
  const whole = parts.reduce((sum, { weight }) => sum + weight, 0);
  let next = 0;
  let furthest = 0;

  const takePart = () => {
    const part = parts[next];
    if (part === undefined) throw new RangeError('the lesson has no further part');
    const before = parts.slice(0, next).reduce((sum, { weight }) => sum + weight, 0);
    next += 1;
    return (share: number) => {
      // Estimates are revised on the way; what is shown never goes back.
      furthest = Math.max(furthest, (before + share * part.weight) / whole);
      tell({ part: part.name, share: furthest });
    };
  };

  async function watch<Snapshot, Outcome>(
    run: Watched<Snapshot, Outcome>,
    shareOf: (snapshot: Snapshot) => number,
    advance: (share: number) => void,
  ): Promise<Outcome> {
    const stop = run.subscribe((snapshot) => advance(Math.min(1, shareOf(snapshot))));
    const cancel = () => void run.cancel();
    signal.addEventListener('abort', cancel);
    if (signal.aborted) cancel();
    try {
      return await run.done;
    } finally {
      stop();
      signal.removeEventListener('abort', cancel);
    }
  }

  const shared = async (models: readonly SweepModel[]) => {
    const backends = await access.backends(models);
    if (signal.aborted) throw cancelled();
    const { openLane, versions } = access;
    return { openLane, versions, backends, snapshotEvery };
  };

  const options = async (spec: Spec, made: readonly RepairedModel[]) => {
    const { split, count } = roadside(spec.images);
    const models = await Promise.all(
      spec.models.map(specModelId).map(async (id) => {
        return made.find((each) => each.id === id) ?? (await access.model(id, signal));
      }),
    );
    return { spec, images: await access.images(split, count), models, ...(await shared(models)) };
  };

  const pooledShare = ({ done, total }: { readonly done: number; readonly total: number }) =>
    total === 0 ? 0 : done / total;

  return {
    sweep: async (input, made = []) => {
      const advance = takePart();
      advance(0);
      const { aggregate } = access;
      const prepared = await options(parseSpec(input), made);
      const run = startSweep({ ...prepared, ...(aggregate && { aggregate }) });
      return finished(await watch(run, pooledShare, advance));
    },
    attack: async (input) => {
      const advance = takePart();
      advance(0);
      const run = startAttackRun(await options(parseSpec(input), []));
      return finished(await watch(run, pooledShare, advance));
    },
    repair: async (input) => {
      const advance = takePart();
      advance(0);
      const spec = checkRepair(parseSpec(input));
      const { repair } = spec;
      const { split, count } = roadside(spec.images);
      const model = await access.model(repair.model, signal);
      const { aggregate } = access;
      const run = startRepair({
        spec,
        model,
        train: await access.images('train', repair.images),
        validation: await access.images('validation', repair.validationImages),
        test: await access.images(split, count),
        ...(await shared([model])),
        ...(aggregate && { aggregate }),
      });
      const { phase, result, models, error } = await watch(
        run,
        ({ progress }) => progress,
        advance,
      );
      if (phase === 'done' && result !== null) return { result, models };
      throw error === null ? cancelled() : LabError.from(error);
    },
  };
}
