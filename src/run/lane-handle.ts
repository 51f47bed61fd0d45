import type { LaneApi, SweepLaneApi } from '../protocol/lane.ts';

/**
 * A worker that computes, as the run sees it. The run never knows whether it is a browser worker
 * or a Node thread; whoever starts the run injects the factory.
 */
export interface LaneHandle<Api extends SweepLaneApi = LaneApi> {
  /** The lane's calls; a Comlink `Remote<Api>` fits. */
  readonly api: Api;
  /** Settles with a reason for a person when the worker has died; calls may stay unanswered then. */
  readonly ended: Promise<string>;
  /** Ends the worker at once; harmless when it is dead already. */
  terminate(): void;
}

/** Starts one more worker; rejects when none can be started. */
export type OpenLane<Api extends SweepLaneApi = SweepLaneApi> = () => Promise<LaneHandle<Api>>;
