import { openBrowserLane } from '../../workers/open-browser-lane.ts';
import { aggregateApart } from '../../workers/results-apart.ts';
import { computeStore } from '../compute/compute-store.ts';
import { probeCompute } from '../compute/compute.ts';
import { plansFor } from '../compute/plans-for.ts';
import { fetchBundledModel } from '../models/fetch-models.ts';
import type { BenchAccess } from './bench.ts';

/** What lessons run with on the page: bundled models, browser workers, the chosen backend. */
export const pageAccess: BenchAccess = {
  images: async (split, count) => {
    const { roadsideImages } = await import('../../images/roadside-set.ts');
    return roadsideImages(split, count);
  },
  model: fetchBundledModel,
  openLane: openBrowserLane,
  backends: async (models) => {
    if (computeStore.getState().plans.length === 0) await probeCompute();
    return plansFor(models);
  },
  versions: { pixelproof: PIXELPROOF_VERSION, tfjs: TFJS_VERSION },
  aggregate: (input) => aggregateApart(input),
};
