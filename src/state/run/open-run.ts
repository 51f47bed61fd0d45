import { specModelId } from '../../protocol/model-id.ts';
import type { Spec } from '../../protocol/spec.ts';
import type { RunOptions, SweepSnapshot } from '../../run/sweep-types.ts';
import { openBrowserLane } from '../../workers/open-browser-lane.ts';
import { probeCompute } from '../compute/compute.ts';
import { computeStore } from '../compute/compute-store.ts';
import { plansFor } from '../compute/plans-for.ts';
import { speedStore } from '../compute/speed-store.ts';
import { expectedSeconds } from '../experiment/expected-cost.ts';
import { classesOfModels, openImages } from '../images/open-images.ts';
import { cardsStore } from '../models/cards-store.ts';
import { modelName } from '../models/model-list.ts';
import { readModel } from '../models/read-model.ts';
import { runStore } from './run-store.ts';

/** A snapshot of a large grid is drawn in some 15 ms; four a second leave the main thread free. */
const snapshotEvery = 250;

/** What is expected of the backend that a run starts with. */
function expectedOnBest(ids: readonly string[]): Record<string, number> {
  const backend = computeStore.getState().plans[0]?.backend;
  const measured = backend && speedStore.getState().measured[backend];
  return expectedSeconds(ids, backend, cardsStore.getState().cards, measured);
}

/**
 * Everything that a run of a spec starts from: its images, models and backends. Says on the way
 * what is being prepared.
 * @throws LabError where an image, a model or a backend cannot be had
 */
export async function runOptions(spec: Spec, signal: AbortSignal): Promise<RunOptions> {
  const { prepare } = runStore.getState();
  prepare('Listing the images');
  const images = await openImages(spec.images, classesOfModels(spec.models));
  const ids = spec.models.map(specModelId);
  prepare(`Fetching ${ids.map(modelName).join(', ')}`);
  const models = await Promise.all(spec.models.map((model) => readModel(model, signal)));
  if (computeStore.getState().plans.length === 0) {
    prepare('Looking for a backend');
    await probeCompute();
  }
  signal.throwIfAborted();
  prepare('Starting the workers');
  return {
    spec,
    images,
    models,
    openLane: openBrowserLane,
    backends: plansFor(models),
    versions: { pixelproof: PIXELPROOF_VERSION, tfjs: TFJS_VERSION },
    snapshotEvery,
    expectedSeconds: expectedOnBest(ids),
  };
}

/** The speeds of a run that stayed on one backend; after a change they belong to none. */
export function keepSpeeds({ backend, secondsPerImage }: SweepSnapshot): void {
  const plan = computeStore.getState().plans.find((each) => each.backend === backend);
  if (plan === undefined || Object.keys(secondsPerImage).length === 0) return;
  speedStore.getState().record(plan.backend, secondsPerImage);
}
