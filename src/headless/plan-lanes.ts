import { availableParallelism } from 'node:os';
import { lanesThatFit } from '../run/lane-memory.ts';
import type { LanePlan, SweepModel } from '../run/sweep-types.ts';
import type { SweepArguments } from './arguments.ts';

/** Share of the free memory that lanes may take; the rest is for images and the results. */
const SHARE = 0.8;

/** As many lanes as were asked for, or else one a core (one on a GPU) as far as memory goes. */
export function planLanes(
  { backend, lanes }: Pick<SweepArguments, 'backend' | 'lanes'>,
  models: readonly SweepModel[],
): LanePlan {
  const most = backend === 'webgpu' ? 1 : availableParallelism();
  const [plan = { backend, lanes: 1 }] = lanesThatFit(
    [{ backend, lanes: most }],
    models,
    SHARE * process.availableMemory(),
  );
  return { backend, lanes: lanes ?? plan.lanes };
}
