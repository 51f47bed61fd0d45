import { createStore } from 'zustand/vanilla';
import type { FileFault } from '../../images/sets/set-image.ts';
import type { LabErrorData } from '../../protocol/lab-error.ts';

/** What came of an import; plain data. */
export interface ImportReport {
  /** Sets that were made or grew, with the pictures that were added. */
  readonly added: readonly { readonly name: string; readonly images: number }[];
  /** Files that were left out. */
  readonly faults: readonly FileFault[];
  /** Files that are no pictures. */
  readonly passedOver: number;
  /** Why pictures are not kept beyond this visit; null where they are. */
  readonly storage: LabErrorData | null;
}

interface ImportState extends ImportReport {
  readonly phase: 'idle' | 'listing' | 'reading' | 'done' | 'cancelled';
  /** Name of the set that is being read. */
  readonly set: string;
  /** Pictures opened and to open of this set. */
  readonly done: number;
  readonly total: number;
  /** Null until measured. */
  readonly secondsLeft: number | null;
}

export const nothingImported: ImportReport = {
  added: [],
  faults: [],
  passedOver: 0,
  storage: null,
};

/** How far an import of pictures is, and what came of the last one. */
export const importStore = createStore<ImportState>()(() => ({
  ...nothingImported,
  phase: 'idle',
  set: '',
  done: 0,
  total: 0,
  secondsLeft: null,
}));

export function isImporting({ phase }: Pick<ImportState, 'phase'>): boolean {
  return phase === 'listing' || phase === 'reading';
}
