import { useStore } from 'zustand';
import { experimentStore, sameExperiment } from '../../../state/experiment/experiment-store.ts';
import { isUnderWay, runStore } from '../../../state/run/run-store.ts';
import { InterruptedOffer } from '../../shared/kept/interrupted-offer.tsx';
import { UnkeptNote } from '../../shared/kept/unkept-note.tsx';
import { CostLine } from './cost-line.tsx';
import classes from '../../shared/run/run-box.module.css';
import { RunButtons } from './run-buttons.tsx';
import { RunError } from './run-error.tsx';
import { RunProgress } from './run-progress.tsx';

/** What it costs or how far it is, and the buttons that start and stop it. */
export function RunBox() {
  const phase = useStore(runStore, (state) => state.phase);
  const ran = useStore(runStore, (state) => state.spec);
  const spec = useStore(experimentStore, (state) => state.spec);
  const isMeasuredHere = ran !== null && phase !== 'opened' && sameExperiment(ran, spec);
  const isChanged = !isUnderWay(phase) && !isMeasuredHere;

  return (
    <div className={classes.box}>
      <RunStatus isChanged={isChanged} />
      <RunButtons isChanged={isChanged} />
      {phase === 'idle' && <InterruptedOffer kinds={['sweep', 'attack']} />}
      <UnkeptNote />
    </div>
  );
}

function RunStatus({ isChanged }: { readonly isChanged: boolean }) {
  const phase = useStore(runStore, (state) => state.phase);
  if (isChanged) return <CostLine />;
  return phase === 'failed' ? <RunError /> : <RunProgress />;
}
