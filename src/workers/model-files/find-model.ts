import { LabError } from '../../protocol/lab-error.ts';
import type { ModelFile } from './model-file.ts';

/** The file that a model begins with, and what it is. */
export interface FoundModel {
  readonly kind: 'tfjs' | 'onnx' | 'safetensors';
  readonly file: ModelFile;
  /** Text of model.json. */
  readonly topology: string | null;
}

const baseName = (path: string): string => path.split('/').at(-1) ?? path;

function notJson(path: string, reason: string): LabError {
  return new LabError(
    'model-corrupt',
    `${path} is not JSON; it may be cut short (${reason}).`,
    path,
  );
}

/** The text of a model.json; null for other JSON. */
async function topologyOf(file: ModelFile): Promise<string | null> {
  const text = new TextDecoder().decode(await file.bytes());
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    if (!/^model.*\.json$/i.test(baseName(file.path))) return null;
    throw notJson(file.path, error instanceof Error ? error.message : String(error));
  }
  return typeof json === 'object' && json !== null && 'modelTopology' in json ? text : null;
}

/** Tells a format by what a file begins with, for a name that does not say it. */
async function sniff(file: ModelFile): Promise<FoundModel | null> {
  const head = await file.bytes();
  const start = new TextDecoder().decode(head.subarray(0, 64)).trimStart();
  if (start.startsWith('<')) {
    throw new LabError(
      'model-corrupt',
      `${file.path} is a web page, not a model; the address may lead to a page about the file.`,
      file.path,
    );
  }
  if (start.startsWith('{')) {
    const topology = await topologyOf(file);
    return topology === null ? null : { kind: 'tfjs', file, topology };
  }
  if (head[8] === 0x7b && head.length > 16) return { kind: 'safetensors', file, topology: null };
  // An ONNX file begins with field 1, its version, as a varint.
  return head[0] === 8 ? { kind: 'onnx', file, topology: null } : null;
}

async function candidate(file: ModelFile): Promise<FoundModel | null> {
  if (/\.onnx$/i.test(file.path)) return { kind: 'onnx', file, topology: null };
  if (/\.safetensors$/i.test(file.path)) return { kind: 'safetensors', file, topology: null };
  if (!/\.json$/i.test(file.path)) return null;
  const topology = await topologyOf(file);
  return topology === null ? null : { kind: 'tfjs', file, topology };
}

/**
 * Finds the one model among some files.
 * @param subject what was dropped, for messages
 * @throws LabError `model-missing` where there is none, `model-corrupt` where a model.json is not
 * JSON, `model-unsupported` where there are several
 */
export async function findModel(files: readonly ModelFile[], subject: string): Promise<FoundModel> {
  const found = (await Promise.all(files.map(candidate))).filter((each) => each !== null);
  const [only] = files;
  if (found.length === 0 && files.length === 1 && only !== undefined) {
    const sniffed = await sniff(only);
    if (sniffed !== null) return sniffed;
  }
  const [first, second] = found;
  if (first === undefined) {
    throw new LabError(
      'model-missing',
      `${subject} holds no model. A model is a model.json with its weight files, an .onnx file or a .safetensors file.`,
      subject,
    );
  }
  if (second !== undefined) {
    throw new LabError(
      'model-unsupported',
      `${subject} holds ${found.length} models: ${found.map(({ file }) => file.path).join(', ')}. Open one at a time.`,
      subject,
    );
  }
  return first;
}
