import { createJob, type Progress } from './job.ts';
import type { BoundaryAnswer } from '../../../protocol/inspect.ts';
import { withEdits, type Edits } from '../edits.ts';
import { heldLane } from '../held-lane.ts';
import { inspectStore } from '../inspect-store.ts';

export interface BoundaryRow {
  readonly model: string;
  /** The class whose boundary it is: the true one, or else the model's own of the unchanged picture. */
  readonly label: number;
  /** Of the picture as it was, and as it is; null where nothing is changed. */
  readonly before: BoundaryAnswer;
  readonly after: BoundaryAnswer | null;
}

export interface Boundary {
  /** The true class; null where nobody says what the picture shows. */
  readonly label: number | null;
  readonly edits: Edits;
  readonly rows: readonly BoundaryRow[];
}

export const boundaryJob = createJob<Boundary>();

async function measure({ count, publish, isWanted }: Progress<Boundary>): Promise<Boundary> {
  const { image, picture, models, edits } = inspectStore.getState();
  if (image === null || picture === null) throw new RangeError('there is no picture to ask about');
  const lane = heldLane();
  const rows: BoundaryRow[] = [];
  const result = (): Boundary => ({ label: image.label, edits, rows: [...rows] });
  const changed = edits.changes.length === 0 ? null : withEdits(picture, edits);
  for (const model of models) {
    if (!isWanted()) return result();
    await lane.ready(model, () => undefined);
    const [look] = await lane.ask((api) => api.look({ models: [model], bytes: picture.bytes }));
    const label = image.label ?? look?.predicted ?? 0;
    const measured = (bytes: Uint8Array) =>
      lane.ask((api) => api.boundary({ model, bytes, label }));
    const before = await measured(picture.bytes);
    rows.push({ model, label, before, after: changed && (await measured(changed)) });
    count(1);
    publish(result);
  }
  return result();
}

/** Asks how far the picture lies from the boundary of its class, before and after the edits. */
export function askBoundary(): void {
  boundaryJob.start(inspectStore.getState().models.length, measure);
}
