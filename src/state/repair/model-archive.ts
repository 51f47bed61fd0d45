import type { RepairedModel } from '../../run/repair/repair-types.ts';

/**
 * A repaired model as a TensorFlow.js model in one zip.
 * @param classNames - in the order of the outputs, or empty where classes are indices
 */
export async function modelArchive(
  model: Pick<RepairedModel, 'id' | 'files'>,
  classNames: readonly string[],
): Promise<Blob> {
  const { modelZip } = await import('../../run/repair/model-folder.ts');
  return new Blob([modelZip(model, classNames)], { type: 'application/zip' });
}
