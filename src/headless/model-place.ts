import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { openZip } from '../images/files/zip-read.ts';
import { fileKind } from '../images/sets/file-kind.ts';
import { findModel, type FoundModel } from '../workers/model-files/find-model.ts';
import type { ModelFile } from '../workers/model-files/model-file.ts';
import { shardGroups } from '../workers/model-files/tfjs-shards.ts';
import { openInput, readInput } from './read-input.ts';

/** A model where it lies, with the files around it. */
export interface ModelPlace {
  readonly found: FoundModel;
  /** Among them weight files, labels and preprocessing. */
  readonly files: readonly ModelFile[];
}

/** A file of the disk, named by its whole path. */
async function diskFile(path: string, field: string): Promise<ModelFile> {
  const { size } = await openInput(path, field, 'model-missing');
  return { path, size, bytes: () => readInput(path, field, 'model-missing') };
}

const isFile = (path: string): Promise<boolean> =>
  stat(path).then(
    (entry) => entry.isFile(),
    () => false,
  );

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (entry) => entry.isDirectory(),
    () => false,
  );

/** Those of some paths where a file lies. */
async function existing(paths: readonly string[], field: string): Promise<ModelFile[]> {
  const found: ModelFile[] = [];
  for (const path of new Set(paths)) {
    if (await isFile(path)) found.push(await diskFile(path, field));
  }
  return found;
}

async function inFolder(folder: string, field: string): Promise<ModelFile[]> {
  return existing(
    (await readdir(folder)).map((name) => join(folder, name)),
    field,
  );
}

async function inZip(path: string, field: string): Promise<ModelPlace> {
  const zip = await openZip(await openInput(path, field, 'model-missing'), path);
  const files = zip.entries
    .filter((entry) => fileKind(entry.path) !== 'hidden')
    .map((entry) => ({ ...entry, bytes: () => zip.read(entry.path) }));
  return { found: await findModel(files, path), files };
}

/** The file that a path names: itself, or the one model of a folder, model.json before others. */
async function mainFile(path: string, field: string): Promise<FoundModel> {
  if (!(await isFolder(path))) return findModel([await diskFile(path, field)], path);
  const topology = join(path, 'model.json');
  if (await isFile(topology)) return findModel([await diskFile(topology, field)], topology);
  return findModel(await inFolder(path, field), path);
}

/**
 * Finds the model that a path names: a file of any format that is read, its folder, or a zip of them.
 * @param field - what errors name beside the file
 * @throws LabError naming the file, where there is no model, more than one, or it cannot be read
 */
export async function findModelPlace(path: string, field: string): Promise<ModelPlace> {
  if (/\.zip$/i.test(path) && (await isFile(path))) return inZip(path, field);
  const found = await mainFile(path, field);
  const { file, topology } = found;
  const folder = dirname(file.path);
  const shards = topology === null ? [] : shardGroups(topology, basename(file.path));
  const named = shards.flatMap(({ paths }) => paths.map((shard) => `${folder}/${shard}`));
  return { found, files: [...(await inFolder(folder, field)), ...(await existing(named, field))] };
}
