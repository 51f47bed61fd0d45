import type { NamedBlob } from '../../protocol/model-source.ts';
import type { FoundFile } from '../images/found-file.ts';

const modelFile = /\.(?:onnx|safetensors)$/i;
const modelJson = /(?:^|\/)model[^/]*\.json$/i;

/** The largest JSON file that is looked into, in bytes. */
const MOST_JSON = 64e6;

async function zipHoldsModel(file: File): Promise<boolean> {
  const { openZip } = await import('../../images/files/zip-read.ts');
  try {
    const { entries } = await openZip(file, file.name);
    return entries.some(({ path }) => modelFile.test(path) || modelJson.test(path));
  } catch {
    // Whoever opens it says what is wrong with it.
    return false;
  }
}

async function isTopology(found: FoundFile): Promise<boolean> {
  const file = await found.open();
  return file.size <= MOST_JSON && /"modelTopology"\s*:/.test(await file.text());
}

async function holdModel(files: readonly FoundFile[]): Promise<boolean> {
  if (files.some(({ path }) => modelFile.test(path))) return true;
  const [only] = files;
  if (files.length === 1 && only !== undefined) {
    if (/\.zip$/i.test(only.path)) return zipHoldsModel(await only.open());
    return /\.json$/i.test(only.path) && isTopology(only);
  }
  const hasWeights = files.some(({ path }) => /\.bin$/i.test(path));
  const hasJson = files.some(({ path }) => /\.json$/i.test(path));
  return (hasWeights && hasJson) || files.some(({ path }) => modelJson.test(path));
}

/** The files of a model among what was dropped or chosen at once; null where they are none. */
export async function modelFilesAmong(files: readonly FoundFile[]): Promise<NamedBlob[] | null> {
  if (!(await holdModel(files))) return null;
  return Promise.all(files.map(async ({ path, open }) => ({ name: path, blob: await open() })));
}
