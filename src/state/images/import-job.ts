import { checkPlanned, type PlannedSet } from '../../images/sets/plan-folder.ts';
import { fileKind, type FileKind } from '../../images/sets/file-kind.ts';
import { mapInSlices } from '../../run/yielding.ts';
import type { ImageSource } from '../../workers/examine-images.ts';
import type { ImageWorkers } from '../../workers/image-workers.ts';
import type { FoundFile } from './found-file.ts';
import type { KeptImageSet } from './kept-set.ts';

/** A set that is about to be read. */
export interface ImportJob {
  /** What it is called, unless a set of this name is there. */
  readonly name: string;
  readonly source: KeptImageSet['source'];
  readonly plan: (workers: ImageWorkers) => Promise<PlannedSet>;
  /** @param path of a planned picture; there after `plan` */
  readonly open: (path: string) => Promise<ImageSource>;
}

/** A file with what it is by its name, which is looked at once however many there are. */
interface KnownFile extends FoundFile {
  readonly kind: FileKind;
}

type Lookup = ReadonlyMap<string, FoundFile>;

async function openFound(found: Lookup, path: string): Promise<ImageSource> {
  const file = found.get(path);
  if (file === undefined) throw new RangeError(`${path} was not found before`);
  return { kind: 'file', file: await file.open() };
}

function folderJob(name: string, files: readonly KnownFile[]): ImportJob {
  const found = new Map(files.map((file) => [file.path, file]));
  const count = (kind: FileKind) => files.filter((file) => file.kind === kind).length;
  return {
    name,
    source: 'folder',
    plan: async (workers) => {
      // Too many are not even sent to the worker.
      checkPlanned(name, count('image'), count('unread'));
      return workers.ask((api) => api.planFolder([...found.keys()], name));
    },
    open: (path) => openFound(found, path),
  };
}

function tableJob(table: FoundFile, files: readonly FoundFile[]): ImportJob {
  const found = new Map(files.map((file) => [file.path, file]));
  return {
    name: table.path.split('/').at(-1) ?? table.path,
    source: 'csv',
    plan: async (workers) => {
      const text = await table.open();
      return workers.ask((api) => api.planTable(text, table.path, [...found.keys()]));
    },
    open: (path) => openFound(found, path),
  };
}

function zipJob(file: FoundFile): ImportJob {
  const name = file.path.split('/').at(-1) ?? file.path;
  const opened = new Map<string, ImageSource>();
  return {
    name,
    source: 'zip',
    plan: async (workers) => {
      const archive = await file.open();
      const entries = await workers.ask((api) => api.listZip(archive, name));
      for (const entry of entries) opened.set(entry.path, { kind: 'zip', archive, name, entry });
      return workers.ask((api) => api.planFolder([...opened.keys()], name));
    },
    open: (path) => {
      const source = opened.get(path);
      if (source === undefined) return Promise.reject(new RangeError(`${path} is in no archive`));
      return Promise.resolve(source);
    },
  };
}

const topFolder = ({ path }: FoundFile): string | null =>
  path.includes('/') ? (path.split('/')[0] ?? null) : null;

/** Folders that were dropped together: one set where each is a class, else one set each. */
function folderJobs(files: readonly KnownFile[]): ImportJob[] {
  const loose = files.filter((file) => topFolder(file) === null);
  const folders = new Map<string, KnownFile[]>();
  for (const file of files) {
    const name = topFolder(file);
    if (name === null) continue;
    const inner = folders.get(name) ?? [];
    inner.push(file);
    folders.set(name, inner);
  }
  const named = [...folders].map(([name, inner]) => ({ name, inner }));
  const pictures = files.filter(({ kind }) => kind === 'image');
  const areClasses = named.length > 1 && pictures.every(({ path }) => path.split('/').length <= 2);
  const jobs = areClasses
    ? [
        folderJob(
          `${named[0]?.name ?? ''} and ${named.length - 1} more`,
          named.flatMap(({ inner }) => inner),
        ),
      ]
    : named.map(({ name, inner }) => folderJob(name, inner));
  return loose.length === 0 ? jobs : [...jobs, folderJob('Single files', loose)];
}

/**
 * The sets that files become: every archive one; the pictures that a table came with one, by what it
 * says of them; other pictures by their folders.
 */
export async function importJobs(found: readonly FoundFile[]): Promise<ImportJob[]> {
  const known = await mapInSlices(found, (file) => ({ ...file, kind: fileKind(file.path) }));
  const ofKind = (...kinds: readonly FileKind[]) =>
    known.filter(({ kind }) => kinds.includes(kind));
  const tables = ofKind('table');
  const pictures = ofKind('image');
  const jobs =
    tables.length > 0
      ? tables.map((table) => tableJob(table, pictures))
      : folderJobs(ofKind('image', 'unread', 'other'));
  return [...jobs, ...ofKind('zip').map(zipJob)];
}
