import { splitStart } from '../../images/roadside/splits.ts';
import { roadsideClasses } from '../../images/roadside/classes.ts';
import { bundledModelIds } from '../../run/bundled-models.ts';
import { fieldReader } from '../link/codec/field-reader.ts';
import { plainText } from '../link/codec/field-texts.ts';
import { hasStart } from '../link/codec/hash-start.ts';
import { SET, setText } from '../link/codec/images-fields.ts';
import { OWN } from '../link/codec/models-text.ts';
import type { NamedImages } from '../link/codec/named-images.ts';
import { heldModelEntries, heldModels, modelAbsent } from '../link/held-model.ts';
import { imagesHash } from '../link/images-hash.ts';
import type { ViewPage } from '../link/link-page.ts';
import { imageSetNamed, imageSets } from './image-sets.ts';
import { imagesView, ROADSIDE } from './images-view.ts';
import type { KeptImageSet } from './kept-set.ts';
import { SHOWN_ROADSIDE } from './shown-pictures.ts';

const CONFUSIONS = 'confusions';

/** The set of this browser that a link names, by its content where the link tells it. */
function heldSet({ sha, images: { path } }: NamedImages): KeptImageSet | null {
  if (sha === null) return imageSetNamed(path);
  return imageSets.getState().sets.find((set) => hasStart(imagesHash(set), sha)) ?? null;
}

function classesOf(set: KeptImageSet | null): readonly string[] {
  return set === null ? roadsideClasses : set.images.map(({ className }) => className);
}

/** Whether a picture is among those that are shown of a set. */
function hasPicture(set: KeptImageSet | null, name: string): boolean {
  if (set !== null) return set.images.some(({ file }) => file === name);
  const position = Number(name) - splitStart('test');
  return /^\d{1,16}$/.test(name) && position >= 0 && position < SHOWN_ROADSIDE;
}

/** Images in the address: the set, the class and the picture that are looked at, and whose confusions. */
export const imagesPage: ViewPage = {
  panel: 'images',
  keys: [SET, 'class', 'picture', CONFUSIONS, OWN],
  open: (entries, isListed) => {
    const { take, refuse, refused } = fieldReader(entries);
    const named = take(SET, setText);
    const model = take(CONFUSIONS, plainText);
    const isBundled = model === undefined || bundledModelIds.includes(model);
    if (!isListed && (named !== undefined || !isBundled)) return null;
    const { idOf, refused: badModels } = heldModels(entries);
    const confusionsOf = model === undefined ? null : idOf(model);
    if (model !== undefined && confusionsOf === null) refuse(CONFUSIONS, modelAbsent(model));
    const set = named === undefined ? null : heldSet(named);
    const isMissing = named !== undefined && set === null;
    if (isMissing) {
      refuse(SET, 'these images are not in this browser; add them here, then open the link again');
    }
    const className = take('class', plainText) ?? null;
    const picture = take('picture', plainText) ?? null;
    const hasClass = className !== null && !isMissing && classesOf(set).includes(className);
    const isThere = picture !== null && !isMissing && hasPicture(set, picture);
    if (className !== null && !hasClass)
      refuse('class', 'no picture that is shown is of this class');
    if (picture !== null && !isThere) refuse('picture', 'no picture that is shown has this name');
    imagesView.setState({
      set: set?.name ?? ROADSIDE,
      className: hasClass ? className : null,
      picture: isThere ? picture : null,
      selection: null,
      confusionsOf,
    });
    return [...badModels, ...refused];
  },
  entries: () => {
    const { set: name, className, picture, confusionsOf } = imagesView.getState();
    const set = imageSetNamed(name);
    return [
      ...(set === null
        ? []
        : [
            [
              SET,
              setText.write({
                sha: imagesHash(set),
                images: { source: set.source, path: set.name },
              }),
            ] as const,
          ]),
      ...(className === null ? [] : [['class', className] as const]),
      ...(picture === null ? [] : [['picture', picture] as const]),
      ...(confusionsOf === null
        ? []
        : [[CONFUSIONS, confusionsOf] as const, ...heldModelEntries([confusionsOf])]),
    ];
  },
  subscribe: (listener) => {
    const stops = [imagesView.subscribe(listener), imageSets.subscribe(listener)];
    return () => stops.forEach((stop) => stop());
  },
};
