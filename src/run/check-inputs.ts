import { LabError } from '../protocol/lab-error.ts';
import type { LoadedModel } from '../protocol/model-files.ts';
import { specModelId } from '../protocol/model-id.ts';
import { checkGrid } from './check-spec.ts';
import { imageName, type ImageSet } from './image-set.ts';
import { NO_LABEL } from './labels.ts';
import type { RunOptions } from './sweep-types.ts';

/**
 * Checks what can be known before a lane is opened.
 * @throws LabError naming the field, model or image list at fault
 */
export function checkInputs({ spec, images, models, chunk = 1 }: RunOptions): void {
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

/**
 * Checks that every label, where there is one, is a class of every model.
 * @throws LabError `spec-invalid` naming the image
 */
export function checkLabels(
  { refs, labels }: ImageSet,
  models: readonly Pick<LoadedModel, 'id' | 'classes'>[],
): void {
  for (const { id, classes } of models) {
    const at = labels.findIndex((label) => label >= classes && label !== NO_LABEL);
    const ref = refs[at];
    if (ref === undefined) continue;
    const name = imageName(ref);
    throw new LabError(
      'spec-invalid',
      `images: ${name} has class ${labels[at]}, but ${id} knows the classes 0 to ${classes - 1} only`,
      name,
    );
  }
}
