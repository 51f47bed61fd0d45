import type { ImagesSpec } from '../../protocol/spec.ts';
import { imageName } from '../../run/image-set.ts';
import { NO_LABEL } from '../../run/labels.ts';
import type { ExaminedCellPicture } from '../gallery/gallery-store.ts';
import { galleryView } from '../gallery/gallery-view.ts';
import type { GalleryPage } from '../gallery/gallery-page.ts';
import { imageSetNamed } from '../images/image-sets.ts';
import { listedModelIds, modelList } from '../models/model-list.ts';
import { goToPanel } from '../navigation/navigation-store.ts';
import { differingPixels, drawnEdits } from './edits.ts';
import { keyOfImage, type OwnPlace } from './inspect-image.ts';
import { inspectStore } from './inspect-store.ts';
import { openImage } from './inspector.ts';
import { toolStore } from './tool-store.ts';

/** The models of a run that can stand beside the one whose picture it is: listed, and of its size. */
function modelsBeside({ record, model }: GalleryPage): string[] {
  const { models } = record.plan;
  const listed = listedModelIds(modelList.getState());
  const [height, width] = models[model]?.inputSize ?? [];
  return models.flatMap(({ id, inputSize }) =>
    listed.includes(id) && inputSize[0] === height && inputSize[1] === width ? [id] : [],
  );
}

/** Where a file stands in the set that it comes from; null where the set is not kept here. */
function ownPlace(images: ImagesSpec, file: string): OwnPlace | null {
  const set = images.source === 'roadside' ? null : imageSetNamed(images.path);
  const position = set?.images.findIndex((each) => each.file === file) ?? -1;
  return set === null || position < 0 ? null : { set: set.name, position };
}

/**
 * Takes a picture of a run to the Inspect panel, changed by exactly its draw; one that was attacked
 * before comes with the pixels in which it differs.
 */
export function inspectPicture(page: GalleryPage, picture: ExaminedCellPicture): void {
  const { record, cell, attack } = page;
  const ref = record.images.refs[picture.image];
  const setting = record.plan.cells[cell];
  if (ref === undefined || setting === undefined) return;
  const { classNames } = record.images;
  // Without labels a run judges by the model's own answer, which says nothing of the picture.
  const given = record.images.labels[picture.image] ?? NO_LABEL;
  const from = ownPlace(record.spec.images, imageName(ref));
  const image = {
    ref,
    label: given === NO_LABEL ? null : given,
    classNames,
    ...(from !== null && { from }),
  };
  const { count, value, region } = setting;
  const draw = { seed: record.spec.seed, draw: picture.draw, count, value, region };
  const models = modelsBeside(page);
  if (models.length > 0) inspectStore.setState({ models });
  void openImage({
    image,
    editsOf: (original) => {
      if (attack !== null) return differingPixels(original, picture.examined.changed.bytes);
      toolStore.setState({ draw });
      return drawnEdits(original, keyOfImage(image), draw);
    },
  });
  goToPanel('inspect');
  // Back shows it at large again; the rail does not.
  galleryView.setState({ opened: null });
}
