import { specModelId } from '../../protocol/model-id.ts';
import { LabError } from '../../protocol/lab-error.ts';
import { asErrorData } from '../as-error-data.ts';
import { experimentStore } from '../experiment/experiment-store.ts';
import { imageSetNamed } from '../images/image-sets.ts';
import { imagesView } from '../images/images-view.ts';
import type { KeptImageSet } from '../images/kept-set.ts';
import { matchSet } from '../images/match-set.ts';
import { classesOfModels } from '../images/open-images.ts';
import { imageFile } from '../images/set-files.ts';
import { cardsStore } from '../models/cards-store.ts';
import { goToPanel } from '../navigation/navigation-store.ts';
import type { Edits, Picture } from './edits.ts';
import type { InspectImage } from './inspect-image.ts';
import { inspectStore } from './inspect-store.ts';
import { openImage } from './inspector.ts';

/** The class of a picture as models number it; null where they do not know it. */
function labelOf(set: KeptImageSet, className: string, models: readonly string[]): number | null {
  const rows = matchSet(set, classesOfModels(models));
  return rows.find(({ name }) => name === className)?.index ?? null;
}

/** The models of the experiment that take pictures of one size: those like its first. */
function experimentModels(): string[] {
  const { cards } = cardsStore.getState();
  const ids = experimentStore.getState().spec.models.map(specModelId);
  const sizeOf = (id = '') => cards[id]?.inputSize.join('×');
  return ids.filter((id) => sizeOf(id) === sizeOf(ids[0]));
}

/** Those that are looked through now, unless only the experiment's know what the picture shows. */
function modelsFor(set: KeptImageSet, className: string): readonly string[] {
  const { models } = inspectStore.getState();
  if (labelOf(set, className, models) !== null) return models;
  const others = experimentModels();
  return labelOf(set, className, others) === null ? models : others;
}

/** A picture of a set as Inspect takes it. */
async function ownImage(set: KeptImageSet, position: number, models: readonly string[]) {
  const picture = set.images[position];
  if (picture === undefined)
    throw new LabError('image-missing', `${set.name} has no such picture.`);
  const { file, sha256, className } = picture;
  const image: InspectImage = {
    ref: { kind: 'file', name: file, content: await imageFile(set.name, file), sha256 },
    label: labelOf(set, className, models),
    classNames: classesOfModels(models).names,
    from: { set: set.name, position },
  };
  return image;
}

/**
 * Shows a picture of a set of one's own, unchanged unless it is said how.
 * @param through ids of the models to look through; default: those of now, if they know its class
 * @param editsOf changes it at once
 */
export async function openOwnImage(
  name: string,
  position: number,
  through?: readonly string[],
  editsOf?: (image: InspectImage, picture: Picture) => Edits,
): Promise<void> {
  const set = imageSetNamed(name);
  if (set === null) return;
  try {
    const models = through ?? modelsFor(set, set.images[position]?.className ?? '');
    const image = await ownImage(set, position, models);
    if (models !== inspectStore.getState().models) {
      // Without the picture, nobody asks these models about one of another size meanwhile.
      inspectStore.setState({ models, picture: null });
    }
    await openImage({
      image,
      ...(editsOf && { editsOf: (picture: Picture) => editsOf(image, picture) }),
    });
  } catch (error) {
    inspectStore.setState({ error: asErrorData(error), step: '' });
  }
}

/** Takes a picture of a set to the Inspect panel, by its file, with the models that Images matches it to. */
export function inspectOwn(name: string, file: string): void {
  const position = imageSetNamed(name)?.images.findIndex((each) => each.file === file) ?? -1;
  if (position < 0) return;
  void openOwnImage(name, position, experimentModels());
  goToPanel('inspect');
  // Back shows it at large again; the rail does not.
  imagesView.setState({ picture: null });
}
