import { useMemo } from 'react';
import { useStore } from 'zustand';
import { integer } from '../../run/number-text.ts';
import { useAbsent } from '../../panels/shared/link/use-absent.ts';
import { experimentStore } from '../../state/experiment/experiment-store.ts';
import { isNothing } from '../../state/link/absent.ts';
import { dismissLinked, linkStore, type LinkedRun } from '../../state/link/link-store.ts';
import { linkPages } from '../../state/link/link-pages.ts';
import {
  repairReproduction,
  reproduce,
  sweepReproduction,
  type Reproduction,
} from '../../state/link/reproduce.ts';
import { repairDraft } from '../../state/repair/repair-draft.ts';
import { isRepairing, repairStore } from '../../state/repair/repair-store.ts';
import { isUnderWay, runStore } from '../../state/run/run-store.ts';
import { backendText } from '../../run/backend-names.ts';
import { Notice } from '../open-file/notice.tsx';
import { ComparedNumbers } from './compared-numbers.tsx';
import classes from './link-notices.module.css';

interface LinkedNumbersProps {
  readonly panel: LinkedRun['panel'];
  readonly onGone: () => void;
}

/** The numbers that a link holds, and whether a run here finds the same. */
export function LinkedNumbers({ panel, onGone }: LinkedNumbersProps) {
  const linked = useStore(linkStore, (state) => state.linked);
  if (linked === null || linked.panel !== panel) return null;
  const dismiss = () => {
    dismissLinked();
    onGone();
  };
  return panel === 'measure' ? (
    <LinkedSweep linked={linked} onDismiss={dismiss} />
  ) : (
    <LinkedRepair linked={linked} onDismiss={dismiss} />
  );
}

interface LinkedProps {
  readonly linked: LinkedRun;
  readonly onDismiss: () => void;
}

function LinkedSweep(props: LinkedProps) {
  const { linked } = props;
  const { phase, spec, result, attackResult } = useStore(runStore);
  const reproduction = useMemo(
    () => sweepReproduction(linked, { phase, spec, result, attackResult }),
    [linked, phase, spec, result, attackResult],
  );
  useStore(experimentStore);
  return <LinkedState {...props} reproduction={reproduction} />;
}

function LinkedRepair(props: LinkedProps) {
  const { phase, spec, result } = useStore(repairStore);
  const { linked } = props;
  const reproduction = useMemo(
    () => repairReproduction(linked, { phase, spec, result }),
    [linked, phase, spec, result],
  );
  useStore(repairDraft);
  return <LinkedState {...props} reproduction={reproduction} />;
}

/** Whether a run of the link's experiment can be started now. */
function useCanRun({ spec }: LinkedRun): boolean {
  const isBusy = useStore(runStore, ({ phase }) => isUnderWay(phase));
  const isTraining = useStore(repairStore, ({ phase }) => isRepairing(phase));
  const isSettled = useStore(linkStore, (state) => state.isSettled);
  const hasAll = isNothing(useAbsent(spec));
  return isSettled && hasAll && !isBusy && !isTraining;
}

interface LinkedStateProps extends LinkedProps {
  readonly reproduction: Reproduction;
}

function LinkedState({ linked, onDismiss, reproduction }: LinkedStateProps) {
  const canRun = useCanRun(linked);
  const isAsked = linkPages[linked.panel].asks(linked.spec);
  const dismiss = { label: 'Dismiss', act: onDismiss };
  const again = { label: 'Reproduce', act: () => reproduce(linked) };
  if (reproduction.state === 'compared') {
    return <ComparedNumbers comparison={reproduction.comparison} actions={[dismiss]} />;
  }
  return (
    <Notice
      text={
        <>
          <p>{sentenceOf(linked, reproduction)}</p>
          {reproduction.state === 'open' && (
            <p className={classes.quiet}>
              {isAsked
                ? 'Reproduce runs the experiment here, then compares number by number.'
                : 'The sentence has been edited since; Reproduce puts the experiment of the link back.'}
            </p>
          )}
        </>
      }
      actions={reproduction.state !== 'running' && canRun ? [again, dismiss] : [dismiss]}
    />
  );
}

function sentenceOf({ numbers }: LinkedRun, reproduction: Reproduction): string {
  const count = integer(numbers.values.length);
  const many = numbers.values.length === 1 ? 'the number' : `the ${count} numbers`;
  switch (reproduction.state) {
    case 'running':
      return `Reproducing: ${many} of the link are compared when the run has finished.`;
    case 'incomparable':
      return reproduction.why === 'incomplete'
        ? `The run here is not complete, so ${many} of the link were not compared.`
        : `The numbers of the link are not of this experiment: nothing was compared.`;
    case 'open':
    case 'compared':
      return `This link holds ${many} of a finished run, computed by ${backendText(numbers.backend)}.`;
  }
}
