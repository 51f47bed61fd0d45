import { LabError } from '../../protocol/lab-error.ts';
import type { BackendName, BackendReport } from '../../protocol/lane.ts';
import { orderBackends, planLanes } from '../../run/backend-order.ts';
import { openBrowserLane } from '../../workers/open-browser-lane.ts';
import { bundledModelIds } from '../../run/bundled-models.ts';
import { cardsStore } from '../models/cards-store.ts';
import { computeStore } from './compute-store.ts';

function decide(reports: readonly BackendReport[], preferred: BackendName | null): void {
  const store = computeStore.getState();
  const choices = orderBackends(reports);
  const { cards } = cardsStore.getState();
  // Room for larger models is made when a run of them is opened.
  const weightBytes = bundledModelIds.reduce((sum, id) => sum + (cards[id]?.weightBytes ?? 0), 0);
  const cores = navigator.hardwareConcurrency;
  const plans = planLanes(choices, { cores, weightBytes }, preferred ?? undefined);
  const chosen = choices.find(({ backend }) => backend === plans[0]?.backend);
  if (chosen === undefined) {
    const message =
      'This browser offers none of WebGPU, WebGL, WebAssembly and JavaScript workers.';
    store.failed({ kind: 'no-backend', message });
    return;
  }
  store.ready({ reports, preferred, plans, reason: `${chosen.reason}.` });
}

/** Asks a worker what this machine can compute with. */
export async function probeCompute(): Promise<void> {
  const store = computeStore.getState();
  store.probing();
  try {
    const lane = await openBrowserLane();
    try {
      decide(await lane.api.probe(), store.preferred);
    } finally {
      lane.terminate();
    }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    store.failed(new LabError('no-backend', `No worker could be started: ${message}`).toData());
  }
}

/** Lets a person override the choice, for the runs that start from now on; null takes it back. */
export function preferBackend(preferred: BackendName | null): void {
  decide(computeStore.getState().reports, preferred);
}
