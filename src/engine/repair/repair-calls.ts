import { LabError, type Answer } from '../../protocol/lab-error.ts';
import type { RepairLaneApi } from '../../protocol/repair-lane.ts';
import type { RunningBackend } from '../backends/running-backend.ts';
import type { FileAccess } from '../../images/read-image.ts';
import { TrainingImages } from './training-images.ts';
import { RepairSession } from './repair-session.ts';

/** Answers a call once the earlier ones are done. */
export type Queued = <T>(call: () => Promise<T>) => Promise<Answer<T>>;

/** The calls of a lane that train; they share one training. */
export function repairCalls(
  queued: Queued,
  backend: () => RunningBackend,
  access: FileAccess,
): Omit<RepairLaneApi, 'distances'> {
  const images = new TrainingImages(access);
  let session: RepairSession | null = null;
  const close = (): void => {
    session?.dispose();
    session = null;
  };
  const open = (): RepairSession => {
    backend().latch.check();
    if (session === null) throw new LabError('internal', 'No training is open in the lane.');
    return session;
  };
  return {
    openRepair: (request) =>
      queued(async () => {
        close();
        session = new RepairSession(request, backend(), images.open(request));
        return session.facts;
      }),
    prepareRepair: ({ pictures }) => queued(() => open().prepare(pictures)),
    repairSteps: ({ steps }) => queued(() => open().steps(steps)),
    validateRepair: () => queued(() => open().validate()),
    takeRepair: ({ weights }) => queued(() => open().take(weights)),
    closeRepair: () =>
      queued(async () => {
        close();
        return null;
      }),
  };
}
