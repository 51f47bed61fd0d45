import { lanesThatFit } from '../../run/lane-memory.ts';
import type { LanePlan, SweepModel } from '../../run/sweep-types.ts';
import { computeStore } from './compute-store.ts';

const GIB = 2 ** 30;
/** Share of the machine's memory that one page may take. */
const SHARE = 0.4;
/** What a browser that says nothing of its memory is taken to have, in GiB. */
const USUAL_MEMORY = 8;

/** Bytes that the lanes of this page may take together; browsers report at most 8 GiB. */
function memoryBytes(): number {
  const reported: unknown = 'deviceMemory' in navigator ? navigator.deviceMemory : undefined;
  return SHARE * (typeof reported === 'number' ? reported : USUAL_MEMORY) * GIB;
}

/** The backends of a run over these models, with as many lanes as leave room for them. */
export function plansFor(models: readonly SweepModel[]): LanePlan[] {
  return lanesThatFit(computeStore.getState().plans, models, memoryBytes());
}
