import type { AttackResult } from '../../protocol/attack-result.ts';
import type { RepairResult } from '../../protocol/repair-result.ts';
import type { SweepResult } from '../../protocol/result.ts';
import type { AttackRecord, AttackSnapshot } from '../../run/attack/attack-types.ts';
import type { EarlierWork } from '../../run/earlier-work.ts';
import type { ByTable, RepairCheckpoint, RepairSnapshot } from '../../run/repair/repair-types.ts';
import type { SweepRecord, SweepSnapshot } from '../../run/sweep-types.ts';
import type { ShownModel } from '../repair/repair-store.ts';
import type { InspectionResult } from './inspection.ts';
import { attackRecordOf, recordOf, type KeptAttackRecord, type KeptRecord } from './kept-record.ts';

interface OfRun<Kind, Result, Record, Snapshot> {
  readonly kind: Kind;
  /** Null while it has not ended. */
  readonly result: Result | null;
  /** Every classification so far; null before the first. */
  readonly record: Record | null;
  /** As the page showed it last. */
  readonly snapshot: Snapshot | null;
}

interface OfRepair<Record> {
  readonly kind: 'repair';
  readonly result: RepairResult | null;
  readonly snapshot: RepairSnapshot | null;
  /** Where its models are kept. */
  readonly models: readonly ShownModel[];
  /** Every classification behind its tables, once it has ended. */
  readonly records: ByTable<Record>;
  /** What a later repair goes on from; null where there is nothing, or nothing is left to do. */
  readonly checkpoint: RepairCheckpoint | null;
}

interface InspectionContent {
  readonly kind: 'inspection';
  readonly result: InspectionResult;
  /** True class of the picture; null where nobody says what it shows. */
  readonly label: number | null;
  /** Empty where classes are indices. */
  readonly classNames: readonly string[];
}

/** What a run has found, as plain data. */
export type RunContent =
  | OfRun<'sweep', SweepResult, KeptRecord, SweepSnapshot>
  | OfRun<'attack', AttackResult, KeptAttackRecord, AttackSnapshot>
  | OfRepair<KeptRecord>
  | InspectionContent;

interface Ran {
  /** What it had used until then; null before the first classification. */
  readonly ran: EarlierWork | null;
}

/** What a run has found, as a run of this visit leaves it. */
export type ArchivedContent =
  | (OfRun<'sweep', SweepResult, SweepRecord, SweepSnapshot> & Ran)
  | (OfRun<'attack', AttackResult, AttackRecord, AttackSnapshot> & Ran)
  | OfRepair<SweepRecord>
  | InspectionContent;

/**
 * Brings the records of a run back to life; files of a person's own images are named, and empty.
 * @throws LabError `spec-invalid` where the parts of a record do not belong together
 */
export function contentOf(kept: RunContent): ArchivedContent {
  switch (kept.kind) {
    case 'sweep':
      return {
        ...kept,
        record: kept.record && recordOf(kept.record),
        ran: kept.record?.ran ?? null,
      };
    case 'attack':
      return {
        ...kept,
        record: kept.record && attackRecordOf(kept.record),
        ran: kept.record?.ran ?? null,
      };
    case 'repair': {
      const { heldOut, trainedOn } = kept.records;
      const records = {
        heldOut: heldOut && recordOf(heldOut),
        trainedOn: trainedOn && recordOf(trainedOn),
      };
      return { ...kept, records };
    }
    case 'inspection':
      return kept;
  }
}
