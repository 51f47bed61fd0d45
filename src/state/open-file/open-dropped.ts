import { fileKind } from '../../images/sets/file-kind.ts';
import type { Found, FoundFile } from '../images/found-file.ts';
import { showImageSet } from '../images/images-view.ts';
import { importImages } from '../images/import-images.ts';
import { importStore } from '../images/import-store.ts';
import { openModelFiles } from '../models/open-model.ts';
import { goToPanel, navigationStore } from '../navigation/navigation-store.ts';
import { modelFilesAmong } from './model-files.ts';
import { openFile, refuseSeveral } from './open-file.ts';

const IMAGES = 'images';

/** Files that are pictures, or hold some. */
function holdPictures(files: readonly FoundFile[]): boolean {
  return files.some(({ path }) => ['image', 'zip'].includes(fileKind(path)));
}

/** Makes sets of what was dropped or chosen, and shows the first. */
export async function addPictures(found: Found): Promise<void> {
  await importImages(found, { looseClass: '' });
  const [first] = importStore.getState().added;
  if (first !== undefined) showImageSet(first.name);
}

/** Opens what was dropped anywhere on the page by what it is: a model, pictures, else an experiment or a result. */
export async function openDropped(found: Found): Promise<void> {
  const files = await found.files;
  const model = await modelFilesAmong(files);
  if (model !== null) {
    goToPanel('models');
    await openModelFiles(model);
    return;
  }
  const isHere = navigationStore.getState().panel === IMAGES;
  const [first] = files;
  const isJson = first?.path.endsWith('.json') === true && files.length === 1;
  if ((isHere && !isJson) || holdPictures(files)) {
    goToPanel(IMAGES);
    await addPictures(found);
    return;
  }
  if (first !== undefined && files.length === 1) {
    await openFile(await first.open());
    return;
  }
  refuseSeveral(
    files.length === 0 ? [found.label] : files.map(({ path }) => path),
    files.length === 0 || first?.path.includes('/') === true,
  );
}
