import { useMemo } from 'react';
import { useStore } from 'zustand';
import { modelList } from '../../../state/models/model-list.ts';
import { modelNames } from '../../../run/finding/repair/repair-wording.ts';
import { repairStore } from '../../../state/repair/repair-store.ts';
import { ChangedPart } from './changed/changed-part.tsx';
import { DistancePart } from './distance/distance-part.tsx';
import { RepairFindingText } from './finding/repair-finding-text.tsx';
import { modelStyles } from './model-styles.ts';
import { AttackPart } from './parts/attack-part.tsx';
import { CleanPart } from './parts/clean-part.tsx';
import { IndexPart } from './parts/index-part.tsx';
import classes from './results.module.css';
import type { ResultView } from './view.ts';

/** What a repair changed: before against after, part by part. */
export function RepairResults() {
  const result = useStore(repairStore, (state) => state.result);
  const models = useStore(repairStore, (state) => state.models);
  // Positions of kept models come from the list.
  const listed = useStore(modelList, (state) => state.repaired);
  const view = useMemo(
    (): ResultView | null =>
      result && {
        result,
        nameOf: modelNames(result),
        styleOf: modelStyles(result, models, listed),
      },
    [result, models, listed],
  );
  if (view === null) return null;
  return (
    <section className={classes.results} aria-label="Before and after the repair">
      <RepairFindingText result={view.result} />
      <CleanPart view={view} />
      <ChangedPart view={view} />
      <AttackPart view={view} />
      <DistancePart view={view} />
      <IndexPart view={view} />
    </section>
  );
}
