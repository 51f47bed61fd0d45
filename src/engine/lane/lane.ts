import * as tf from '@tensorflow/tfjs-core';
import { LabError, type Answer } from '../../protocol/lab-error.ts';
import type { LaneApi, LaneStart, LaneStarted } from '../../protocol/lane.ts';
import type { BackendEnvironment } from '../backends/backend-environment.ts';
import { probeBackends } from '../backends/probe-backends.ts';
import { startBackend } from '../backends/start-backend.ts';
import { answer } from './answer.ts';
import type { FileAccess } from '../../images/read-image.ts';
import { inspectCalls } from '../inspect/inspect-calls.ts';
import { inspectedModel } from '../inspect/inspected-model.ts';
import { repairCalls } from '../repair/repair-calls.ts';
import { SerialQueue } from './serial-queue.ts';
import { Workbench } from './workbench.ts';

/** What differs between a browser worker and a Node thread. */
export interface LaneEnvironment extends BackendEnvironment, FileAccess {
  /** Name of the Web Lock that the thread holds, reported to whoever starts the lane. */
  readonly aliveLock: string | null;
}

/**
 * A lane: one thread with one backend. Calls are answered in the order of their arrival, with data
 * in every case; a failed unit leaves nothing behind in the lane.
 */
export function createLane(environment: LaneEnvironment): LaneApi {
  const queue = new SerialQueue();
  let bench: Workbench | null = null;

  const started = (): Workbench => {
    if (bench === null) throw new LabError('internal', 'The lane has not been started.');
    return bench;
  };
  const explain = async (error: unknown): Promise<LabError | null> =>
    (await bench?.backend.explain(error)) ?? null;
  const queued = <T>(call: () => Promise<T>): Promise<Answer<T>> =>
    answer(() => queue.run(call), explain);

  const start = async ({ backend }: LaneStart): Promise<LaneStarted> => {
    if (bench !== null) throw new LabError('internal', 'The lane runs already.');
    bench = await Workbench.create(await startBackend(backend, environment), environment);
    return { backend, detail: bench.backend.detail, aliveLock: environment.aliveLock };
  };

  return {
    probe: () => queue.run(() => probeBackends(environment)),
    start: (options) => queued(() => start(options)),
    loadModel: (files) => queued(async () => started().load(files)),
    openImages: (images) =>
      queued(async () => {
        started().open(images);
        return null;
      }),
    classify: (unit) =>
      answer(async () => {
        const underWay = await queue.run(async () => started().begin(unit));
        return underWay.answer;
      }, explain),
    attack: (unit) => queued(() => started().attack(unit)),
    examine: (request) => queued(() => started().examine(request)),
    distances: (request) => queued(() => started().distances(request)),
    ...inspectCalls(queued, (id) => inspectedModel(started().model(id), started().backend)),
    ...repairCalls(queued, () => started().backend, environment),
    memory: async () => ({ tensors: tf.memory().numTensors, bytes: tf.memory().numBytes }),
  };
}
