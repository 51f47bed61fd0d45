import type { LabErrorData } from '../../protocol/lab-error.ts';
import type { Spec } from '../../protocol/spec.ts';
import type { InspectionSpec } from './inspection.ts';

/** What is kept of an experiment that a spec describes. */
export type ExperimentKind = 'sweep' | 'attack' | 'repair';

/** Whether a run goes on is known by a lock that its tab holds; `running` without one was cut off. */
export type RunState = 'running' | 'interrupted' | 'done' | 'cancelled' | 'failed';

interface RunFacts {
  /** Raised whenever its fields change; see `migrations.ts`. */
  readonly version: 3;
  readonly id: string;
  /** Given by the spec, then by a person. */
  readonly name: string;
  readonly tags: readonly string[];
  /** Milliseconds since 1970. */
  readonly created: number;
  readonly updated: number;
  readonly state: RunState;
  /** Work that is done, 0…1. */
  readonly share: number;
  /** What is kept of it beside these facts, in bytes. */
  readonly bytes: number;
  /** Why it failed; null where it did not. */
  readonly error: LabErrorData | null;
  /** When it was deleted, in milliseconds since 1970; null where it was not. It can be brought back. */
  readonly deleted: number | null;
}

export interface ArchivedExperiment extends RunFacts {
  readonly kind: ExperimentKind;
  readonly spec: Spec;
}

export interface ArchivedInspection extends RunFacts {
  readonly kind: 'inspection';
  readonly spec: InspectionSpec;
}

/** What the archive says of a run without reading what it found; plain data. */
export type ArchivedRun = ArchivedExperiment | ArchivedInspection;

/** Version of {@link ArchivedRun} that is written. */
export const RUN_VERSION = 3;

/** What kind of run a spec asks for. */
export function kindOfSpec({ attack, repair }: Spec): ExperimentKind {
  if (repair !== undefined) return 'repair';
  return attack === undefined ? 'sweep' : 'attack';
}
