import { LabError, type Answer } from '../../protocol/lab-error.ts';
import { specModelId } from '../../protocol/model-id.ts';
import type { ImagesSpec, Spec } from '../../protocol/spec.ts';
import { imageName, type ImageSet } from '../../run/image-set.ts';
import { Lane } from '../../run/lane.ts';
import type { LanePlan, SweepModel } from '../../run/sweep-types.ts';
import { openBrowserLane } from '../../workers/open-browser-lane.ts';
import { asErrorData } from '../as-error-data.ts';
import { computeStore } from '../compute/compute-store.ts';
import { probeCompute } from '../compute/compute.ts';
import { plansFor } from '../compute/plans-for.ts';
import { modelName } from '../models/model-list.ts';
import { readModel } from '../models/read-model.ts';
import { isUnderWay, runStore } from '../run/run-store.ts';
import { cleanStore, isClassifying } from './clean-store.ts';
import { classesOfModels, openImages } from './open-images.ts';

/** Pictures of one call. */
const CHUNK = 32;
/** A lane that has not answered for so long has failed, in milliseconds. */
const STALL = 120_000;
let abort = new AbortController();

function settled<T>(answer: Answer<T>): T {
  if (!answer.ok) throw LabError.from(answer.error);
  return answer.value;
}

/** The first backend, with as many lanes as fit these models into the memory. */
async function bestPlan(models: readonly SweepModel[]): Promise<LanePlan> {
  if (computeStore.getState().plans.length === 0) await probeCompute();
  const [plan] = plansFor(models);
  if (plan === undefined) throw new LabError('no-backend', 'No backend can be started here.');
  return plan;
}

/** Hands out chunks of pictures to lanes, model by model, until all are classified. */
async function classifyAll(
  lanes: readonly Lane[],
  images: ImageSet,
  models: readonly SweepModel[],
  signal: AbortSignal,
): Promise<Uint16Array[]> {
  const predicted = models.map(() => new Uint16Array(images.refs.length));
  const starts = Array.from(
    { length: Math.ceil(images.refs.length / CHUNK) },
    (_, at) => at * CHUNK,
  );
  const work = starts.values();
  const total = models.length * images.refs.length;
  const begun = performance.now();
  let done = 0;
  cleanStore.setState({ phase: 'running', step: '', total });
  const serve = async (lane: Lane) => {
    for (const start of work) {
      const end = Math.min(images.refs.length, start + CHUNK);
      const positions = Uint32Array.from({ length: end - start }, (_, at) => start + at);
      for (const [at, { files }] of models.entries()) {
        if (signal.aborted) return;
        const unit = { model: files.id, images: positions, change: null, margins: false };
        const answer = settled(await lane.classify(unit));
        predicted[at]?.set(answer.predicted, start);
        done += positions.length;
        const seconds = (performance.now() - begun) / 1000;
        cleanStore.setState({ done, secondsLeft: (seconds / done) * (total - done) });
      }
    }
  };
  await Promise.all(lanes.map(serve));
  return predicted;
}

async function classify(images: ImagesSpec, spec: Spec, signal: AbortSignal): Promise<void> {
  const step = (text: string) => cleanStore.setState({ step: text });
  step('Listing the pictures');
  const set = await openImages(images, classesOfModels(spec.models));
  const ids = spec.models.map(specModelId);
  step(`Fetching ${ids.map(modelName).join(', ')}`);
  const models = await Promise.all(spec.models.map((model) => readModel(model, signal)));
  const plan = await bestPlan(models);
  signal.throwIfAborted();
  step('Starting the workers');
  const setup = { models: models.map(({ files }) => files), images: set.refs, stallAfter: STALL };
  const lanes = Array.from(
    { length: Math.min(plan.lanes, Math.ceil(set.refs.length / CHUNK)) },
    (_, number) => new Lane(number, plan.backend, setup),
  );
  const close = () => lanes.forEach((lane) => lane.close());
  signal.addEventListener('abort', close, { once: true });
  try {
    const ready = lanes.map((lane) => lane.prepare(openBrowserLane, () => step(lane.doing)));
    for (const answer of await Promise.all(ready)) settled(answer);
    const predicted = await classifyAll(lanes, set, models, signal);
    signal.throwIfAborted();
    cleanStore.setState({
      phase: 'done',
      answers: {
        images,
        names: set.refs.map(imageName),
        labels: set.labels,
        classNames: set.classNames,
        models: ids.map((id, at) => ({ id, predicted: predicted[at] ?? new Uint16Array() })),
      },
    });
  } finally {
    close();
  }
}

/** Classifies pictures unchanged by the models of an experiment. */
export async function startClean(images: ImagesSpec, spec: Spec): Promise<void> {
  if (isClassifying(cleanStore.getState())) return;
  const { signal } = (abort = new AbortController());
  cleanStore.setState({
    phase: 'opening',
    step: '',
    done: 0,
    total: 0,
    secondsLeft: null,
    answers: null,
    error: null,
  });
  try {
    await classify(images, spec, signal);
  } catch (error) {
    cleanStore.setState({
      phase: signal.aborted ? 'cancelled' : 'failed',
      error: signal.aborted ? null : asErrorData(error),
    });
  }
}

export function cancelClean(): void {
  abort.abort();
}

// A run needs the memory and the processor.
runStore.subscribe(({ phase }) => {
  if (isUnderWay(phase)) cancelClean();
});
