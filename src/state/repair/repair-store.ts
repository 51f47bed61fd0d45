import { createStore } from 'zustand/vanilla';
import type { LabErrorData } from '../../protocol/lab-error.ts';
import type { RepairResult } from '../../protocol/repair-result.ts';
import type { TableName } from '../../run/repair/table-record.ts';
import type {
  ByTable,
  RepairExperiment,
  RepairOutcome,
  RepairPhase,
  RepairSnapshot,
} from '../../run/repair/repair-types.ts';

/** A repaired model of the run that is shown. */
export interface ShownModel {
  /** Its id in the result. */
  readonly id: string;
  readonly count: number;
  /** Its id in the list of models; null where it could not be kept. */
  readonly keptAs: string | null;
}

/** What the page shows of a repair. */
export interface ShownRepair {
  /** `opened` is a result that was read from a file: it has no snapshot and no models. */
  readonly phase: 'idle' | 'opened' | RepairPhase;
  /** The repair that is shown; null before the first. */
  readonly spec: RepairExperiment | null;
  /** What is being prepared, for a person. */
  readonly step: string;
  readonly snapshot: RepairSnapshot | null;
  readonly result: RepairResult | null;
  readonly models: readonly ShownModel[];
  /** Tables whose classifications of single images are at hand. */
  readonly tables: readonly TableName[];
  readonly error: LabErrorData | null;
  /** Why repaired models could not be kept; null where they could. */
  readonly keepError: LabErrorData | null;
  /** Name of the file that an `opened` result was read from. */
  readonly file: string | null;
}

export interface RepairState extends ShownRepair {
  readonly begin: (spec: RepairExperiment) => void;
  readonly prepare: (step: string) => void;
  readonly progress: (snapshot: RepairSnapshot) => void;
  readonly end: (end: Pick<RepairOutcome, 'phase' | 'result' | 'records' | 'error'>) => void;
  readonly keep: (models: readonly ShownModel[], error: LabErrorData | null) => void;
  /** Shows a result from a file in place of the repair. */
  readonly open: (spec: RepairExperiment, result: RepairResult, file: string) => void;
  /** Shows again what was shown earlier. */
  readonly restore: (shown: ShownRepair) => void;
}

/** The tables of a repair that its classifications were kept of. */
export function tablesIn(records: ByTable<unknown>): TableName[] {
  return (['heldOut', 'trainedOn'] as const).filter((name) => records[name] !== null);
}

const blank: ShownRepair = {
  phase: 'idle',
  spec: null,
  step: '',
  snapshot: null,
  result: null,
  models: [],
  tables: [],
  error: null,
  keepError: null,
  file: null,
};

/** The repair that is shown, going on or ended. */
export const repairStore = createStore<RepairState>()((set) => ({
  ...blank,
  begin: (spec) => set({ ...blank, phase: 'opening', spec }),
  prepare: (step) => set({ step }),
  progress: (snapshot) =>
    // The last snapshots of a run come before its result: only `end` ends it here.
    set(({ phase }) => ({
      phase: isRepairing(snapshot.phase) ? snapshot.phase : phase,
      snapshot,
    })),
  end: ({ phase, result, records, error }) =>
    set({ phase, result, tables: tablesIn(records), error }),
  keep: (models, keepError) => set({ models, keepError }),
  open: (spec, result, file) => set({ ...blank, phase: 'opened', spec, result, file }),
  restore: ({ phase, spec, step, snapshot, result, models, tables, error, keepError, file }) =>
    set({ phase, spec, step, snapshot, result, models, tables, error, keepError, file }),
}));

/** True from the click on Repair until the run has ended. */
export function isRepairing(phase: RepairState['phase']): boolean {
  return (
    phase === 'opening' || phase === 'training' || phase === 'evaluating' || phase === 'paused'
  );
}
