import { createStore } from 'zustand/vanilla';
import { asErrorData } from '../../as-error-data.ts';
import { archiveStore } from '../archive-store.ts';
import { exportArchive } from './archive-file.ts';

/** How a file of runs is named; the page knows one that is dropped by its ending. */
export const ENDING = '.pxruns';

interface ExportState {
  /** Names of models whose weights were too large for the last file. */
  readonly leftOut: readonly string[];
}

/** What came of the last export. */
export const exportedRuns = createStore<ExportState>()(() => ({ leftOut: [] }));

/**
 * Kept runs as one file; null, and why in the list, where they cannot be read.
 * @param ids null for all that no tab works on
 */
export async function exportRuns(
  ids: readonly string[] | null,
): Promise<{ readonly blob: Blob; readonly name: string } | null> {
  exportedRuns.setState({ leftOut: [] });
  try {
    const { blob, leftOut } = await exportArchive(ids);
    exportedRuns.setState({ leftOut });
    return { blob, name: `pixelproof-runs-${new Date().toISOString().slice(0, 10)}${ENDING}` };
  } catch (error) {
    archiveStore.setState({ error: asErrorData(error) });
    return null;
  }
}
