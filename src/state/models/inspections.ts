import { createStore } from 'zustand/vanilla';
import type { LabErrorData } from '../../protocol/lab-error.ts';
import type { ModelInspection } from '../../protocol/model-inspection.ts';
import type { Preprocess } from '../../protocol/spec.ts';
import { LabError } from '../../protocol/lab-error.ts';
import { ModelReader } from '../../workers/open-model-reader.ts';
import { asErrorData } from '../as-error-data.ts';
import { editOwnModel } from './edit-own.ts';
import { ownModelFacts } from './model-list.ts';
import { readModel } from './read-model.ts';

/** A model that came with the lab or out of a repair, read when it is looked at. */
export type Inspected =
  | { readonly inspection: ModelInspection; readonly preprocess: Preprocess }
  | { readonly error: LabErrorData };

interface InspectionState {
  /** By model; missing until it has been read. */
  readonly inspected: Readonly<Record<string, Inspected>>;
}

export const inspectionStore = createStore<InspectionState>()(() => ({ inspected: {} }));

async function inspect(
  id: string,
  size: Preprocess['size'],
): Promise<{ inspection: ModelInspection; preprocess: Preprocess }> {
  const reader = new ModelReader();
  try {
    const { files } = await readModel(id, new AbortController().signal);
    const inspection = await reader.inspect(files.data, size ?? null);
    return { inspection, preprocess: files.preprocess };
  } finally {
    reader.close();
  }
}

/** Finds out what a bundled or repaired model is made of, once. */
export async function inspectListed(id: string): Promise<void> {
  const known = inspectionStore.getState().inspected[id];
  if (ownModelFacts(id) !== null || (known !== undefined && 'inspection' in known)) return;
  const inspected: Inspected = await inspect(id, undefined).catch((error: unknown) => ({
    error: asErrorData(error),
  }));
  inspectionStore.setState((state) => ({ inspected: { ...state.inspected, [id]: inspected } }));
}

/** A picture is not scaled to less than what is cut out of it. */
function withSize(preprocess: Preprocess, size: [number, number]): Preprocess {
  const { resizeTo, ...rest } = preprocess;
  const least = Math.min(...size);
  return { ...rest, size, ...(resizeTo !== undefined && { resizeTo: Math.max(resizeTo, least) }) };
}

/**
 * Gives a person's model pictures of another size, where it can read them.
 * @returns why it cannot; null where it does
 */
export async function resizeInput(
  id: string,
  size: readonly [number, number],
): Promise<LabErrorData | null> {
  const model = ownModelFacts(id);
  if (model === null) return null;
  try {
    const { inspection } = await inspect(id, [...size]);
    const [height, width] = inspection.inputSize;
    if (height !== size[0] || width !== size[1]) {
      throw new LabError(
        'model-shape',
        `${model.name} reads ${height}×${width} only: its file fixes the size.`,
        id,
      );
    }
    const preprocess = withSize(model.preprocess, [height, width]);
    await editOwnModel(id, { inspection, preprocess });
    return null;
  } catch (error) {
    return asErrorData(error);
  }
}
