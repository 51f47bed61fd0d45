import { computeStore } from '../compute/compute-store.ts';
import { imageSets } from '../images/image-sets.ts';
import { fieldReader, type FieldReader } from '../link/codec/field-reader.ts';
import { hasStart } from '../link/codec/hash-start.ts';
import { refusal } from '../link/codec/link-fields.ts';
import type { QueryEntry } from '../link/codec/query.ts';
import { heldModels, modelAbsent } from '../link/held-model.ts';
import { linkStore, tellRefused } from '../link/link-store.ts';
import { cardsStore } from '../models/cards-store.ts';
import { colourAt, drawnEdits, noEdits, type Edits, type Picture } from './edits.ts';
import {
  inspectEntries,
  readInspect,
  type InspectAddress,
  type NamedPicture,
} from './inspect-address.ts';
import {
  keyOfImage,
  roadsideImage,
  roadsidePlace,
  type InspectImage,
  type OwnPlace,
  type RoadsidePlace,
} from './inspect-image.ts';
import { inspectStore } from './inspect-store.ts';
import { openImage } from './inspector.ts';
import { openOwnImage } from './own-image.ts';
import { readQuestion } from './questions/question-address.ts';
import { questionStore } from './questions/question-store.ts';
import { readTools } from './tool-address.ts';
import { toolStore } from './tool-store.ts';

/** The first picture that a visitor meets: a sign that few pixels turn into another. */
const first: RoadsidePlace = { split: 'test', position: 69 };

type Changes = Pick<InspectAddress, 'draw' | 'pixels'>;

function tell(key: string, text: string, message: string): void {
  tellRefused('inspect', refusal(key, text, message));
}

function paintedEdits(picture: Picture, { pixels }: Changes): Edits {
  const changes = pixels
    .filter(({ row, column }) => row < picture.height && column < picture.width)
    .map(({ row, column, after }) => ({
      row,
      column,
      before: colourAt(picture, { row, column }),
      after,
    }));
  const outside = pixels.length - changes.length;
  if (outside > 0) tell('pixels', '', `${outside} of them lie outside of the picture`);
  return changes.length === 0 ? noEdits : { changes, draw: null };
}

function editsOf(said: Changes, image: InspectImage, picture: Picture): Edits {
  const { draw } = said;
  if (draw === null) return paintedEdits(picture, said);
  toolStore.setState({ draw });
  try {
    return drawnEdits(picture, keyOfImage(image), draw);
  } catch {
    tell('draw', '', `its region of the picture has fewer than ${draw.count} pixels`);
    return noEdits;
  }
}

/** Waits until it is known what computes. */
function computeIsKnown(): Promise<void> {
  return new Promise((resolve) => {
    const isDone = () => computeStore.getState().phase !== 'probing';
    if (isDone()) return resolve();
    const stop = computeStore.subscribe(() => {
      if (!isDone()) return;
      stop();
      resolve();
    });
  });
}

/** Models of the address that are here and take pictures of one size; the others are told. */
function modelsOf(
  { models }: InspectAddress,
  entries: readonly QueryEntry[],
  { refuse }: FieldReader,
): string[] {
  const { idOf } = heldModels(entries);
  const { cards } = cardsStore.getState();
  const sizeOf = (id: string) => cards[id]?.inputSize.join('×');
  const taken: string[] = [];
  for (const name of models) {
    const id = idOf(name);
    const [beside] = taken;
    if (id === null) refuse('models', modelAbsent(name));
    else if (taken.includes(id)) refuse('models', `it names ${name} twice`);
    else if (beside !== undefined && sizeOf(id) !== sizeOf(beside)) {
      refuse('models', `${name} takes pictures of another size than ${beside}`);
    } else taken.push(id);
  }
  return taken;
}

/** Where a picture stands that a link names by its content; null where no set has it. */
function ownPlaceOf({ sha }: NamedPicture): OwnPlace | null {
  for (const { name, images } of imageSets.getState().sets) {
    const position = images.findIndex(({ sha256 }) => hasStart(sha256, sha));
    if (position >= 0) return { set: name, position };
  }
  return null;
}

async function show(
  image: RoadsidePlace | OwnPlace,
  models: readonly string[],
  changes: Changes,
): Promise<void> {
  await computeIsKnown();
  if (models.length > 0) inspectStore.setState({ models });
  if ('set' in image) {
    const through = models.length > 0 ? models : undefined;
    await openOwnImage(image.set, image.position, through, (own, picture) =>
      editsOf(changes, own, picture),
    );
    return;
  }
  const opened = await roadsideImage(image);
  await openImage({ image: opened, editsOf: (picture) => editsOf(changes, opened, picture) });
}

/** What the panel shows of the picture. */
export function shownNow(): InspectAddress {
  const { image, models, edits } = inspectStore.getState();
  const place = image && roadsidePlace(image.ref);
  const own = image?.ref.kind === 'file' ? { file: image.ref.name, sha: image.ref.sha256 } : null;
  return { image: place ?? own, models, draw: edits.draw, pixels: edits.changes };
}

/** Shows what the fields of an address ask of Inspect; the reader tells what could not be taken. */
export function openInspect(entries: readonly QueryEntry[]): FieldReader {
  const reader = fieldReader(entries);
  const said = readInspect(reader);
  const models = modelsOf(said, entries, reader);
  questionStore.setState(readQuestion(reader, entries));
  toolStore.setState((now) => readTools(reader, now));
  const isShown = inspectStore.getState().image !== null;
  const own = said.image !== null && 'sha' in said.image ? ownPlaceOf(said.image) : null;
  const place = said.image !== null && 'sha' in said.image ? own : said.image;
  if (said.image !== null && place === null) {
    reader.refuse(
      'image',
      'no image set of this browser has this picture; add one that has it in Images, then open the link again',
    );
  }
  const isSame =
    JSON.stringify(inspectEntries(said)) === JSON.stringify(inspectEntries(shownNow()));
  if (isShown && (isSame || said.image === null)) {
    if (models.length > 0 && !isSame) inspectStore.setState({ models });
    return reader;
  }
  // A kept answer brings its own picture.
  if (said.image === null && linkStore.getState().run !== null) return reader;
  void show(place ?? first, models, place === null ? { draw: null, pixels: [] } : said);
  return reader;
}
