import type { BackendName } from '../../protocol/lane.ts';
import type { LabError } from '../../protocol/lab-error.ts';
import type { FailureLatch } from './failure-latch.ts';

/** The backend that computes in this thread. */
export interface RunningBackend {
  readonly name: BackendName;
  /** Adapter, renderer or instruction set, for a person to read. */
  readonly detail: string;
  /** Whether a graphics backend computes on the CPU. */
  readonly software: boolean;
  /** Whether a float32 keeps all its bits on the way through the device. */
  readonly exactFloats: boolean;
  /** Trips when the device is lost or its memory can no longer be trusted. */
  readonly latch: FailureLatch;
  /** Names a failure of the backend's own kind; null for any other error. */
  readonly explain: (error: unknown) => Promise<LabError | null>;
}
