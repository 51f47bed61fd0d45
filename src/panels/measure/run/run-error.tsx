import { useStore } from 'zustand';
import { integer } from '../../../run/number-text.ts';
import { runStore } from '../../../state/run/run-store.ts';
import { ErrorView } from '../../shared/run/error-view.tsx';

/** Why the run stopped, and what is kept of it. */
export function RunError() {
  const error = useStore(runStore, (state) => state.error);
  const done = useStore(runStore, (state) => state.snapshot?.done ?? 0);
  const isAttack = useStore(runStore, ({ spec }) => spec?.attack !== undefined);
  if (error === null) return null;
  const kept =
    done === 0
      ? 'Nothing had been measured yet.'
      : isAttack
        ? `What was found on ${integer(done)} images is kept until Retry starts over.`
        : `${integer(done)} classifications are kept; Retry goes on from there.`;
  return <ErrorView error={error} kept={kept} />;
}
