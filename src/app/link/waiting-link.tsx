import { useStore } from 'zustand';
import { dropWaiting, openWaiting } from '../../state/link/follow-link.ts';
import { linkStore, type LinkedRun } from '../../state/link/link-store.ts';
import { isRepairing, repairStore } from '../../state/repair/repair-store.ts';
import { isUnderWay, runStore } from '../../state/run/run-store.ts';
import { Notice } from '../open-file/notice.tsx';

interface WaitingLinkProps {
  readonly panel: LinkedRun['panel'];
  readonly onGone: () => void;
}

/** An address that asks for another experiment than the one under way: it can be shown after that. */
export function WaitingLink({ panel, onGone }: WaitingLinkProps) {
  const waiting = useStore(linkStore, (state) => state.waiting);
  const isRunning = useStore(runStore, ({ phase }) => isUnderWay(phase));
  const isTraining = useStore(repairStore, ({ phase }) => isRepairing(phase));
  if (waiting?.panel !== panel) return null;
  const isBusy = panel === 'repair' ? isTraining : isRunning;
  const after = (act: () => void) => () => {
    act();
    onGone();
  };
  return (
    <Notice
      text={
        <p>
          <strong>
            The address asks for another experiment than the one that{' '}
            {isBusy ? 'is under way' : 'has just run'}.
          </strong>{' '}
          {isBusy
            ? 'It stays in the address, and can be shown when this one has ended.'
            : 'Showing it puts it into the sentence; what has run stays in Runs.'}
        </p>
      }
      actions={[
        ...(isBusy ? [] : [{ label: 'Show it', act: after(openWaiting) }]),
        { label: 'Forget it', act: after(dropWaiting) },
      ]}
    />
  );
}
