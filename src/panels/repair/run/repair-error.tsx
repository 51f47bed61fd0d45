import { useStore } from 'zustand';
import { repairStore } from '../../../state/repair/repair-store.ts';
import { ErrorView } from '../../shared/run/error-view.tsx';

/** Why the repair stopped, and what is kept of it. */
export function RepairError() {
  const error = useStore(repairStore, (state) => state.error);
  const models = useStore(repairStore, (state) => state.models.length);
  if (error === null) return null;
  const kept =
    models === 0
      ? 'No model had been trained yet.'
      : `${models === 1 ? 'One trained model is' : `${models} trained models are`} kept; Retry starts over.`;
  return <ErrorView error={error} kept={kept} />;
}
