import type { LaneStarted } from '../../src/protocol/lane.ts';
import type { Answer } from '../../src/protocol/lab-error.ts';
import type { LaneHandle, OpenLane } from '../../src/run/lane-handle.ts';
import { openNodeLane } from '../../src/workers/open-node-lane.ts';

/** Lanes that outlive a run, so that what is measured is their work and not their start. */
export interface WarmLanes {
  /** Lends the lanes to one run, in order. */
  lend(): OpenLane;
  close(): void;
}

/** A lane whose start was made before and whose end does nothing. */
function lent(
  { api, ended }: LaneHandle,
  started: Answer<LaneStarted>,
): Awaited<ReturnType<OpenLane>> {
  return {
    api: {
      probe: () => api.probe(),
      start: async () => started,
      loadModel: (files) => api.loadModel(files),
      openImages: (images) => api.openImages(images),
      classify: (unit) => api.classify(unit),
      attack: (unit) => api.attack(unit),
      memory: () => api.memory(),
    },
    ended,
    terminate: () => {},
  };
}

/** Starts WASM lanes in threads of this process. */
export async function warmLanes(count: number): Promise<WarmLanes> {
  const lanes: { handle: LaneHandle; started: Answer<LaneStarted> }[] = [];
  while (lanes.length < count) {
    const handle = await openNodeLane();
    lanes.push({ handle, started: await handle.api.start({ backend: 'wasm' }) });
  }
  return {
    lend: () => {
      const free = lanes.values();
      return async () => {
        const next = free.next();
        if (next.done) throw new Error('all lanes are lent');
        return lent(next.value.handle, next.value.started);
      };
    },
    close: () => {
      for (const { handle } of lanes) handle.terminate();
    },
  };
}
