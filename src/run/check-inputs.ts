import { LabError } from '../protocol/lab-error.ts';
import { specModelId } from '../protocol/model-id.ts';
import { checkGrid } from './check-spec.ts';
import type { SweepOptions } from './sweep-types.ts';

/**
 * Checks what can be known before a lane is opened.
 * @throws LabError naming the field, model or image list at fault
 */
export function checkInputs({ spec, images, models, chunk = 1 }: SweepOptions): void {
  checkGrid(spec);
  for (const [index, entry] of spec.models.entries()) {
    const id = specModelId(entry);
    if (models[index]?.files.id === id) continue;
    throw new LabError('model-missing', `models[${index}]: no files were given for ${id}`, id);
  }
  if (images.refs.length === 0) {
    throw new LabError('image-missing', 'images: the list is empty', 'images');
  }
  if (images.refs.length !== images.labels.length) {
    throw new LabError(
      'internal',
      `${images.refs.length} images came with ${images.labels.length} labels`,
    );
  }
  if (!Number.isInteger(chunk) || chunk < 1) {
    throw new LabError('internal', `a chunk must hold at least one image, got ${chunk}`);
  }
}
