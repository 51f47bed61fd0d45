import { useStore } from 'zustand';
import { repairDraft, sameRepair } from '../../../state/repair/repair-draft.ts';
import { isRepairing, repairStore } from '../../../state/repair/repair-store.ts';
import classes from '../../shared/run/run-box.module.css';
import { InterruptedOffer } from '../../shared/kept/interrupted-offer.tsx';
import { UnkeptNote } from '../../shared/kept/unkept-note.tsx';
import { RepairButtons } from './repair-buttons.tsx';
import { RepairCostLine } from './repair-cost-line.tsx';
import { RepairError } from './repair-error.tsx';
import { RepairProgress } from './repair-progress.tsx';

/** What it costs or how far it is, and the buttons that start and stop it. */
export function RepairBox() {
  const phase = useStore(repairStore, (state) => state.phase);
  const ran = useStore(repairStore, (state) => state.spec);
  const spec = useStore(repairDraft, (state) => state.spec);
  const isRanHere = ran !== null && phase !== 'opened' && sameRepair(ran, spec);
  const isChanged = !isRepairing(phase) && !isRanHere;

  return (
    <div className={classes.box}>
      {isChanged ? <RepairCostLine /> : phase === 'failed' ? <RepairError /> : <RepairProgress />}
      <RepairButtons isChanged={isChanged} />
      {phase === 'idle' && <InterruptedOffer kinds={['repair']} />}
      <UnkeptNote />
    </div>
  );
}
