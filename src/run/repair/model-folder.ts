import { zipSync } from 'fflate';
import type { RepairedModel } from './repair-types.ts';

/**
 * A repaired model as the files of a folder that a sweep takes by its path alone.
 * @param classNames - in the order of the outputs, or empty where classes are indices
 */
export function modelFolder(
  { files }: Pick<RepairedModel, 'files'>,
  classNames: readonly string[],
): Readonly<Record<string, Uint8Array<ArrayBuffer>>> {
  const text = (content: string): Uint8Array<ArrayBuffer> =>
    Uint8Array.from(new TextEncoder().encode(content));
  return {
    'model.json': text(files.data.topology),
    'weights.bin': new Uint8Array(files.data.weights),
    'preprocess.json': text(`${JSON.stringify(files.preprocess, null, 2)}\n`),
    ...(classNames.length > 0 && { 'labels.txt': text(`${classNames.join('\n')}\n`) }),
  };
}

/** The time in a zip's entries, the earliest that the format knows: equal models give equal bytes. */
const ZIP_TIME = '1980-01-01T12:00:00';

/** One zip of {@link modelFolder}, inside a folder of the model's id. */
export function modelZip(
  model: Pick<RepairedModel, 'id' | 'files'>,
  classNames: readonly string[],
): Uint8Array<ArrayBuffer> {
  const entries = Object.entries(modelFolder(model, classNames));
  const named = entries.map(([name, bytes]) => [`${model.id}/${name}`, bytes] as const);
  // Weights hardly shrink: they are stored as they are.
  return zipSync(Object.fromEntries(named), { level: 0, mtime: ZIP_TIME });
}
