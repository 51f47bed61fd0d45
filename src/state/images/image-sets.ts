import { createStore } from 'zustand/vanilla';
import type { LabErrorData } from '../../protocol/lab-error.ts';
import { webLocks } from '../../workers/web-locks.ts';
import { asErrorData } from '../as-error-data.ts';
import type { KeptImageSet } from './kept-set.ts';
import { deleteKeptSet, deleteUnfinished, keepSet, keptSets } from './kept-sets.ts';
import { forgetFiles, isForThisVisit } from './visit-files.ts';

interface ImageSetsState {
  /** Oldest first. */
  readonly sets: readonly KeptImageSet[];
  /** True once those of earlier visits are listed. */
  readonly isListed: boolean;
  /** What the browser's storage could not do; null where it could. */
  readonly error: LabErrorData | null;
}

/** The sets of a person's own pictures. */
export const imageSets = createStore<ImageSetsState>()(() => ({
  sets: [],
  isListed: false,
  error: null,
}));

/** Held while pictures are being kept, so that no other tab takes them for left over. */
export const IMPORT_LOCK = 'pixelproof-import';

/** Deletes what an import that never ended has left, unless one is going on in some tab. */
async function tidy(): Promise<void> {
  const locks = await webLocks();
  await locks?.request(IMPORT_LOCK, { ifAvailable: true }, async (lock) => {
    if (lock !== null) await deleteUnfinished();
  });
}

/** Lists the sets that this browser keeps. */
export async function listImageSets(): Promise<void> {
  try {
    const kept = await keptSets();
    imageSets.setState(({ sets }) => ({
      sets: [...kept, ...sets.filter(({ name }) => isForThisVisit(name))],
      isListed: true,
      error: null,
    }));
    await tidy();
  } catch (error) {
    imageSets.setState({ isListed: true, error: asErrorData(error) });
  }
}

export function imageSetNamed(name: string): KeptImageSet | null {
  return imageSets.getState().sets.find((set) => set.name === name) ?? null;
}

/** A name that no set has: "signs", "signs 2". */
export function freeName(wanted: string): string {
  const taken = new Set(imageSets.getState().sets.map(({ name }) => name));
  let name = wanted;
  for (let number = 2; taken.has(name); number += 1) name = `${wanted} ${number}`;
  return name;
}

/** Adds a set, or puts a changed one in the place of the one with its name. */
export async function putImageSet(set: KeptImageSet): Promise<void> {
  imageSets.setState(({ sets }) => ({
    sets: sets.some(({ name }) => name === set.name)
      ? sets.map((each) => (each.name === set.name ? set : each))
      : [...sets, set],
  }));
  if (isForThisVisit(set.name)) return;
  try {
    await keepSet(set);
    imageSets.setState({ error: null });
  } catch (error) {
    imageSets.setState({ error: asErrorData(error) });
  }
}

export async function deleteImageSet(name: string): Promise<void> {
  try {
    await deleteKeptSet(name);
    forgetFiles(name);
    imageSets.setState(({ sets }) => ({
      sets: sets.filter((set) => set.name !== name),
      error: null,
    }));
  } catch (error) {
    imageSets.setState({ error: asErrorData(error) });
  }
}
