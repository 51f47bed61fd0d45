import type { Spec } from '../../protocol/spec.ts';
import { checkRepair } from '../../run/repair/check-repair.ts';
import type { Hashes } from './codec/hash-start.ts';
import { writeMeasureLink } from './codec/measure-link.ts';
import { usualView, type MeasureView } from './codec/measure-view.ts';
import { withQuery, type QueryEntry } from './codec/query.ts';
import { writeRepairLink } from './codec/repair-link.ts';
import { usualRepairView, type RepairView } from '../repair/repair-view.ts';
import { knownHashes } from './library.ts';
import { resultNumbers, type LinkableResult } from './numbers/linked-numbers.ts';
import { packNumbers } from './numbers/pack-numbers.ts';
import { RESULT } from './codec/shared-fields.ts';

/** A link to a run, and what it could not hold. */
export interface SharedLink {
  readonly address: string;
  /** Whether the numbers of the result are in it. */
  readonly hasNumbers: boolean;
}

interface Shared {
  readonly spec: Spec;
  /** Null where there is none; its numbers are compared with those of whoever repeats the run. */
  readonly result: LinkableResult | null;
  /** What is looked at in Measure; default: what a first visit meets. */
  readonly view?: MeasureView;
  /** What is looked at in Repair; default: what a first visit meets. */
  readonly repairLook?: RepairView;
}

/** A result tells the hashes of its own models better than what is here now. */
function hashesOf(result: LinkableResult | null): Hashes {
  const known = knownHashes();
  const own = result === null ? {} : result.manifest.modelHashes;
  return { ...known, ofModel: (id) => own[id] ?? known.ofModel(id) };
}

/** A link that opens an experiment in its panel, with the numbers of its finished run. */
export function shareLink({
  spec,
  result,
  view = usualView,
  repairLook = usualRepairView,
}: Shared): SharedLink {
  const hashes = hashesOf(result);
  const found = result && resultNumbers(result);
  const text = found && packNumbers(found);
  const numbers: QueryEntry[] = text === null ? [] : [[RESULT, text]];
  const fields: QueryEntry[] =
    spec.repair === undefined
      ? writeMeasureLink({ spec, view }, hashes)
      : [
          ['panel', 'repair'],
          ...writeRepairLink({ spec: checkRepair(spec), view: repairLook }, hashes),
        ];
  const page = new URL(location.href);
  page.hash = '';
  return {
    address: withQuery(page.href, [...fields, ...numbers]),
    hasNumbers: numbers.length > 0,
  };
}
