import { mapInSlices } from '../../run/yielding.ts';

/** A file that a person has dropped or chosen. */
export interface FoundFile {
  /** With the folders that came with it: "signs/stop/1.png". */
  readonly path: string;
  readonly open: () => Promise<File>;
}

/** What a person has dropped or chosen at once. */
export interface Found {
  /** What messages call it. */
  readonly label: string;
  readonly files: Promise<readonly FoundFile[]>;
}

/** Files beyond this are not even listed. */
export const MOST_FILES = 200_000;

/** More names than this say nothing in a message. */
const MOST_NAMED = 3;

function labelOf(named: readonly { readonly name: string }[], all: number): string {
  const names = named.map(({ name }) => name).join(', ');
  return all > named.length ? `${names} and ${all - named.length} more` : names;
}

/** Those of a file input; a folder's have their path. */
export function chosenFiles(files: readonly File[]): Found {
  const found = mapInSlices(files, (file) => ({
    path: file.webkitRelativePath || file.name,
    open: () => Promise.resolve(file),
  }));
  return { label: labelOf(files.slice(0, MOST_NAMED), files.length), files: found };
}

function openEntry(entry: FileSystemFileEntry): () => Promise<File> {
  return () => new Promise((resolve, reject) => entry.file(resolve, reject));
}

/** A reader gives some entries at a time, and none at the end. */
async function* entriesOf(folder: FileSystemDirectoryEntry): AsyncGenerator<FileSystemEntry> {
  const reader = folder.createReader();
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject);
    });
    if (some.length === 0) return;
    yield* some;
  }
}

async function walk(entry: FileSystemEntry, path: string, found: FoundFile[]): Promise<void> {
  if (found.length >= MOST_FILES) return;
  if (entry instanceof FileSystemFileEntry) found.push({ path, open: openEntry(entry) });
  if (!(entry instanceof FileSystemDirectoryEntry)) return;
  for await (const inner of entriesOf(entry)) await walk(inner, `${path}/${inner.name}`, found);
}

/** A dropped file that belongs to no file system, such as a picture of another page, has no entry. */
type Dropped = FileSystemEntry | File;

function droppedOf(item: DataTransferItem): Dropped[] {
  const entry = item.webkitGetAsEntry() ?? item.getAsFile();
  return entry === null ? [] : [entry];
}

/**
 * The files of what was dropped, and of the folders in it. To be called in the event itself: what was
 * dropped is gone after it.
 */
export function droppedFiles({ items }: DataTransfer): Found {
  const dropped = Array.from(items).flatMap(droppedOf);
  const list = async () => {
    const found: FoundFile[] = [];
    for (const each of dropped) {
      if (each instanceof File) found.push({ path: each.name, open: () => Promise.resolve(each) });
      else await walk(each, each.name, found);
    }
    return found;
  };
  return { label: labelOf(dropped.slice(0, MOST_NAMED), dropped.length), files: list() };
}
