import { useStore } from 'zustand';
import { repairStore } from '../../../state/repair/repair-store.ts';
import { RepairFindingText } from './finding/repair-finding-text.tsx';
import classes from './results.module.css';

/** What a repair changed: before against after, part by part. */
export function RepairResults() {
  const result = useStore(repairStore, (state) => state.result);
  if (result === null) return null;
  return (
    <section className={classes.results} aria-label="Before and after the repair">
      <RepairFindingText result={result} />
    </section>
  );
}
