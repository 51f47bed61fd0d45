import { inspectModel } from '../../engine/model-inspection/inspect-model.ts';
import { LabError } from '../../protocol/lab-error.ts';
import type { ModelData } from '../../protocol/model-files.ts';
import type { ModelInspection } from '../../protocol/model-inspection.ts';
import type { PictureSize } from '../../protocol/model-reader.ts';
import type {
  ModelSource,
  NamedBlob,
  ReadingProgress,
  ReadModel,
} from '../../protocol/model-source.ts';
import { labelsBeside, preprocessBeside } from './beside-model.ts';
import { Download, modelAddress } from './download.ts';
import { findModel, type FoundModel } from './find-model.ts';
import { modelData } from './model-data.ts';
import { modelFiles, type ModelFile } from './model-file.ts';
import { shardGroups } from './tfjs-shards.ts';

/** Of pictures, where a model leaves it open. */
const USUAL_SIZE: PictureSize = [224, 224];

type Report = (progress: ReadingProgress) => void;

interface Gathered {
  /** The file or the address that the model was opened from. */
  readonly path: string;
  readonly found: FoundModel;
  readonly files: readonly ModelFile[];
}

const baseName = (path: string): string => path.split('/').at(-1) ?? path;

async function fromFiles(blobs: readonly NamedBlob[]): Promise<Gathered> {
  const files = await modelFiles(blobs);
  const [only] = blobs;
  const subject = blobs.length === 1 && only !== undefined ? only.name : `What was dropped`;
  const found = await findModel(files, subject);
  return { path: found.file.path, found, files };
}

async function fromUrl(text: string, report: Report): Promise<Gathered> {
  const url = modelAddress(text);
  const download = new Download(report);
  const name = baseName(url.pathname) || url.host;
  const files = await modelFiles([{ name, blob: await download.file(url) }]);
  const found = await findModel(files, name);
  if (found.topology === null || files.length > 1) return { path: url.href, found, files };
  const groups = shardGroups(found.topology, name);
  const sizes = groups.map(({ bytes }) => bytes ?? 0);
  download.expected = sizes.reduce((sum, size) => sum + size, found.file.size);
  const shards: NamedBlob[] = [];
  for (const path of groups.flatMap((group) => group.paths)) {
    shards.push({ name: path, blob: await download.file(new URL(path, url)) });
  }
  return { path: url.href, found, files: [...files, ...(await modelFiles(shards))] };
}

interface Sized {
  readonly inspection: ModelInspection;
  /** Null where the files fix it. */
  readonly size: PictureSize | null;
}

/** Inspects a model; one that leaves the size of its pictures open is given the usual one. */
async function inspectSized(data: ModelData, wanted: PictureSize | null): Promise<Sized> {
  if (wanted !== null)
    return { inspection: await inspectModel(data, { size: wanted }), size: wanted };
  try {
    return { inspection: await inspectModel(data), size: null };
  } catch (error) {
    if (!(error instanceof LabError) || error.kind !== 'model-shape') throw error;
    try {
      return { inspection: await inspectModel(data, { size: USUAL_SIZE }), size: USUAL_SIZE };
    } catch {
      // Its size was not what is wrong with it.
      throw error;
    }
  }
}

/** Names the file in what the reader of its format says. */
async function named<T>(path: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof LabError) || error.message.includes(baseName(path))) throw error;
    throw new LabError(error.kind, `${baseName(path)}: ${error.message}`, path);
  }
}

/**
 * Reads a model from what was dropped or from an address, and inspects it on the backend of this
 * thread.
 * @throws LabError naming the file at fault
 */
export async function readModel(source: ModelSource, report: Report): Promise<ReadModel> {
  const gathered =
    source.kind === 'files' ? await fromFiles(source.files) : await fromUrl(source.url, report);
  const { found, files } = gathered;
  const file = baseName(found.file.path);
  const size = files.reduce((sum, each) => sum + each.size, 0);
  report({ step: 'read', file, bytes: 0, of: size });
  const data = await modelData(found, files);
  report({ step: 'inspect', file, bytes: size, of: size });
  const preprocess = await preprocessBeside(files);
  const { inspection, size: openSize } = await named(file, () =>
    inspectSized(data, preprocess?.size ?? null),
  );
  return {
    path: gathered.path,
    topology: found.topology,
    architecture: data.format === 'safetensors' ? data.architecture : null,
    weights: new Blob([data.weights]),
    inspection,
    labels: await labelsBeside(files),
    preprocess,
    openSize,
  };
}
