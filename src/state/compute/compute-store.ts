import { createStore } from 'zustand/vanilla';
import type { LabErrorData } from '../../protocol/lab-error.ts';
import type { BackendName, BackendReport } from '../../protocol/lane.ts';
import type { LanePlan } from '../../run/sweep-types.ts';

interface ComputeState {
  readonly phase: 'probing' | 'ready' | 'failed';
  /** What was found, by backend. */
  readonly reports: readonly BackendReport[];
  /** What a person chose; null leaves the choice to the lab. */
  readonly preferred: BackendName | null;
  /** Backends that a run tries in turn, with their lanes; empty until known. */
  readonly plans: readonly LanePlan[];
  /** Why the first of them, for a person. */
  readonly reason: string;
  readonly error: LabErrorData | null;
  readonly probing: () => void;
  readonly ready: (found: Pick<ComputeState, 'reports' | 'preferred' | 'plans' | 'reason'>) => void;
  readonly failed: (error: LabErrorData) => void;
}

/** What this machine computes with. */
export const computeStore = createStore<ComputeState>()((set) => ({
  phase: 'probing',
  reports: [],
  preferred: null,
  plans: [],
  reason: '',
  error: null,
  probing: () => set({ phase: 'probing', error: null }),
  ready: (found) => set({ phase: 'ready', ...found, error: null }),
  failed: (error) => set({ phase: 'failed', plans: [], error }),
}));
