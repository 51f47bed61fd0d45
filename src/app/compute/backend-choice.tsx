import { useStore } from 'zustand';
import type { BackendName, BackendReport } from '../../protocol/lane.ts';
import { preferBackend } from '../../state/compute/compute.ts';
import { computeStore } from '../../state/compute/compute-store.ts';
import { isUnderWay, runStore } from '../../state/run/run-store.ts';
import { backendNames } from '../../run/backend-names.ts';
import classes from './compute-badge.module.css';

/** The backends found here; one of them, or the lab's own choice. */
export function BackendChoice() {
  const reports = useStore(computeStore, (state) => state.reports);
  const preferred = useStore(computeStore, (state) => state.preferred);
  const isLocked = useStore(runStore, ({ phase }) => isUnderWay(phase));

  return (
    <fieldset className={classes.choice} disabled={isLocked}>
      <legend className={classes.legend}>
        {isLocked ? 'To change it, end the run first' : 'For the next run'}
      </legend>
      <Option value={null} checked={preferred === null} name="Choose the fastest" detail="" />
      {reports.map((report) => (
        <Option
          key={report.backend}
          value={report.backend}
          checked={preferred === report.backend}
          name={backendNames[report.backend]}
          detail={detailOf(report)}
          disabled={!report.available}
        />
      ))}
    </fieldset>
  );
}

interface OptionProps {
  readonly value: BackendName | null;
  readonly checked: boolean;
  readonly name: string;
  readonly detail: string;
  readonly disabled?: boolean;
}

function Option({ value, checked, name, detail, disabled = false }: OptionProps) {
  return (
    <label className={classes.option} data-disabled={disabled}>
      <input
        type="radio"
        name="backend"
        checked={checked}
        disabled={disabled}
        onChange={() => preferBackend(value)}
      />
      <span>
        {name}
        {detail !== '' && <span className={classes.detail}>{detail}</span>}
      </span>
    </label>
  );
}

function detailOf({ available, software, detail }: BackendReport): string {
  if (!available) return `Not available: ${detail}`;
  return software ? `In software, slower than WASM: ${detail}` : detail;
}
