import { roadsideImages } from '../../../src/images/roadside-set.ts';
import { orderBackends, planLanes } from '../../../src/run/backend-order.ts';
import { startSweep } from '../../../src/run/sweep.ts';
import type { Spec } from '../../../src/protocol/spec.ts';
import { presetSpec } from '../../../src/state/experiment/presets.ts';
import { fetchBundledModel } from '../../../src/state/models/fetch-models.ts';
import { openBrowserLane } from '../../../src/workers/open-browser-lane.ts';

/** What the benchmark asks of its page. */
export interface BenchOutcome {
  /** From nothing loaded to the result. */
  readonly seconds: number;
  readonly backend: string;
  readonly lanes: number;
  readonly imagesPerSecond: number;
  readonly classifications: number;
}

async function runCountExperiment(images: number): Promise<BenchOutcome> {
  const start = performance.now();
  const probing = await openBrowserLane();
  const choices = orderBackends(await probing.api.probe());
  probing.terminate();
  const spec: Spec = {
    ...presetSpec('count'),
    images: { source: 'roadside', split: 'test', count: images },
  };
  const ids = spec.models.filter((model) => typeof model === 'string');
  const { signal } = new AbortController();
  const models = await Promise.all(ids.map((id) => fetchBundledModel(id, signal)));
  const weightBytes = models.reduce((sum, { files }) => sum + files.data.weights.byteLength, 0);
  const run = startSweep({
    spec,
    images: roadsideImages('test', images),
    models,
    openLane: openBrowserLane,
    backends: planLanes(choices, { cores: navigator.hardwareConcurrency, weightBytes }),
    versions: {},
  });
  const outcome = await run.done;
  if (outcome.phase !== 'done') throw new Error(`the run ended as ${outcome.phase}`);
  const { backend, lanes, imagesPerSecond } = outcome.result.manifest;
  return {
    seconds: (performance.now() - start) / 1000,
    backend,
    lanes,
    imagesPerSecond,
    classifications: run.snapshot().done,
  };
}

Object.assign(globalThis, { runCountExperiment });
