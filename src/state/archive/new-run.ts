import type { Spec } from '../../protocol/spec.ts';
import { kindOfSpec, RUN_VERSION, type ArchivedExperiment } from './archived-run.ts';

/** A run that begins now. */
export function newRun(id: string, spec: Spec): ArchivedExperiment {
  const now = Date.now();
  return {
    version: RUN_VERSION,
    id,
    kind: kindOfSpec(spec),
    name: spec.name,
    tags: [],
    created: now,
    updated: now,
    state: 'running',
    share: 0,
    bytes: 0,
    error: null,
    deleted: null,
    spec,
  };
}
