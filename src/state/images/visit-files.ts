/** A picture that the browser's storage had no room for; it is there until the page is left. */
interface VisitFile {
  readonly content: Blob;
  readonly thumbnail: Uint8Array<ArrayBuffer>;
}

const visit = new Map<string, Map<string, VisitFile>>();

/** Holds a picture of a set until the page is left. */
export function holdFile(set: string, file: string, held: VisitFile): void {
  const files = visit.get(set) ?? new Map<string, VisitFile>();
  files.set(file, held);
  visit.set(set, files);
}

export function heldFile(set: string, file: string): VisitFile | undefined {
  return visit.get(set)?.get(file);
}

/** Whether some of a set is there for this visit only. */
export function isForThisVisit(set: string): boolean {
  return visit.has(set);
}

export function forgetFiles(set: string): void {
  visit.delete(set);
}
