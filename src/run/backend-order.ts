import type { BackendName, BackendReport } from '../protocol/lane.ts';
import type { LanePlan } from './sweep-types.ts';

/** A backend that can be chosen, with why it stands where it does. */
export interface BackendChoice {
  readonly backend: BackendName;
  readonly software: boolean;
  /** For a person: "runs on the GPU (ANGLE …)". */
  readonly reason: string;
}

export interface LaneBudget {
  /** Hardware threads. */
  readonly cores: number;
  /** Bytes of the weight files of all models of the run. */
  readonly weightBytes: number;
  /** Bytes that all lanes together may take; default 3 GiB. */
  readonly memoryBytes?: number;
}

const MEMORY_BYTES = 3 * 2 ** 30;
// The runtime of a lane with its backend, decoded images and intermediate tensors.
const LANE_BYTES = 256 * 2 ** 20;
// While it loads, a lane holds the file, its values as they are read and as they are optimised, and
// the backend's own copy; the text of a graph and what the heap grows by come on top.
const COPIES_OF_WEIGHTS = 5;

const NAMES: Readonly<Record<BackendName, string>> = {
  webgpu: 'WebGPU',
  webgl: 'WebGL',
  wasm: 'WASM',
  cpu: 'plain JavaScript',
};

/** A software adapter runs the real code slower than WASM does, but faster than plain JavaScript. */
function place({ backend, software }: BackendReport): number {
  switch (backend) {
    case 'webgpu':
      return software ? 4 : 0;
    case 'webgl':
      return software ? 3 : 1;
    case 'wasm':
      return 2;
    case 'cpu':
      return 5;
  }
}

function reasonFor({ backend, software, detail }: BackendReport): string {
  const name = NAMES[backend];
  const which = detail === '' ? '' : ` (${detail})`;
  if (software) return `${name} runs in software here${which}, slower than WASM`;
  if (backend === 'wasm') return `${name} runs on the processor, one lane a core${which}`;
  if (backend === 'cpu') return `${name} runs everywhere and is the slowest${which}`;
  return `${name} runs on the graphics processor${which}`;
}

/** The available backends, best first. */
export function orderBackends(reports: readonly BackendReport[]): BackendChoice[] {
  return reports
    .filter(({ available }) => available)
    .toSorted((a, b) => place(a) - place(b))
    .map((report) => ({
      backend: report.backend,
      software: report.software,
      reason: reasonFor(report),
    }));
}

/** As many lanes as fit into memory with the weights of all models, at least one and at most `most`. */
export function fittingLanes(most: number, weightBytes: number, memoryBytes: number): number {
  const fitting = Math.floor(memoryBytes / (LANE_BYTES + COPIES_OF_WEIGHTS * weightBytes));
  return Math.max(1, Math.min(most, fitting));
}

/** Lanes to open: one on a GPU or in plain JavaScript, on WASM one a core as far as memory goes. */
export function laneCount(backend: BackendName, budget: LaneBudget): number {
  if (backend !== 'wasm') return 1;
  const { cores, weightBytes, memoryBytes = MEMORY_BYTES } = budget;
  return fittingLanes(cores, weightBytes, memoryBytes);
}

/**
 * The backends to try in turn, with their lanes.
 * @param preferred goes first where it is available
 */
export function planLanes(
  choices: readonly BackendChoice[],
  budget: LaneBudget,
  preferred?: BackendName,
): LanePlan[] {
  const isPreferred = ({ backend }: BackendChoice) => (backend === preferred ? 0 : 1);
  return choices
    .toSorted((a, b) => isPreferred(a) - isPreferred(b))
    .map(({ backend }) => ({ backend, lanes: laneCount(backend, budget) }));
}
