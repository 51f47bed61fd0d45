import type { PixelChangeRequest } from '../../protocol/pixel-change-request.ts';
import type { FieldReader } from '../link/codec/field-reader.ts';
import {
  excerpt,
  listText,
  numberText,
  plainText,
  valueText,
  wholeText,
  type FieldText,
} from '../link/codec/field-texts.ts';
import { hashStart, shaSchema } from '../link/codec/hash-start.ts';
import { LinkFault } from '../link/codec/link-fault.ts';
import { readParts, refuseUnknownParts, writeParts } from '../link/codec/parts-text.ts';
import type { QueryEntry } from '../link/codec/query.ts';
import { colourText, isColourText } from './hex-colour.ts';
import type { Colour } from './edits.ts';
import { isSplit, lastPosition, type RoadsidePlace } from './inspect-image.ts';

export interface PaintedPixel {
  readonly row: number;
  readonly column: number;
  readonly after: Colour;
}

/** A picture of one's own as a link names it: by its file, found by its content. */
export interface NamedPicture {
  readonly file: string;
  /** First digits of the SHA-256 of the file. */
  readonly sha: string;
}

/** What a link to the panel holds of the picture. */
export interface InspectAddress {
  readonly image: RoadsidePlace | NamedPicture | null;
  /** Ids; whether there are such models is not known here. */
  readonly models: readonly string[];
  readonly draw: PixelChangeRequest | null;
  readonly pixels: readonly PaintedPixel[];
}

/** Painted pixels that a link holds at most: every browser takes an address of so many letters. */
export const MOST_LINKED = 400;
/** Letters of so many pixels of the largest image. */
const MOST_LETTERS = MOST_LINKED * 17;

/** Names of the fields that describe the picture. */
export const inspectKeys = ['image', 'models', 'draw', 'pixels'] as const;

function readPlace(text: string): RoadsidePlace {
  const [split = '', position = ''] = text.split('.');
  if (!isSplit(split))
    throw new LinkFault(`“${excerpt(split)}” is neither test, validation nor train`);
  const at = wholeText.read(position);
  const last = lastPosition(split);
  if (at > last) throw new LinkFault(`the last image there is ${last}`);
  return { split, position: at };
}

function readPicture(text: string): NamedPicture {
  const { name: file, entries } = readParts(text);
  refuseUnknownParts(entries, ['sha']);
  const sha = shaSchema.safeParse(entries[0]?.[1]);
  if (file === '' || !sha.success) {
    throw new LinkFault(
      'a picture of one’s own needs the name of its file and the first 16 digits of its SHA-256',
    );
  }
  return { file, sha: sha.data };
}

/** "test.69", or "stop.png;sha=0123456789abcdef" */
const imageText: FieldText<RoadsidePlace | NamedPicture> = {
  read: (text) => (text.includes(';') ? readPicture(text) : readPlace(text)),
  write: (image) =>
    'sha' in image
      ? writeParts(image.file, [['sha', hashStart(image.sha)]])
      : `${image.split}.${image.position}`,
};

/** "7_0_16_replace_1": seed, draw, count, value, region */
const drawText: FieldText<PixelChangeRequest> = {
  read: (text) => {
    const parts = text.split('_');
    if (parts.length !== 5)
      throw new LinkFault('it is not of the form seed_draw_count_value_region');
    const [seed = '', draw = '', count = '', value = '', region = ''] = parts;
    const request = {
      seed: wholeText.read(seed),
      draw: wholeText.read(draw),
      count: wholeText.read(count),
      value: valueText.read(value),
      region: numberText.read(region),
    };
    if (request.draw >= 2 ** 32) throw new LinkFault(`draws go up to ${2 ** 32 - 1}`);
    if (request.region <= 0 || request.region > 1) {
      throw new LinkFault('a region is above 0 and at most 1');
    }
    const { value: change } = request;
    if (change !== 'replace' && (change.offset < 1 || change.offset > 127)) {
      throw new LinkFault('an offset is 1 to 127');
    }
    return request;
  },
  write: ({ seed, draw, count, value, region }) =>
    [seed, draw, count, valueText.write(value), region].join('_'),
};

function readPixel(text: string): PaintedPixel {
  const [row = '', column = '', colour = '', ...rest] = text.split('.');
  if (!isColourText(colour) || rest.length > 0) {
    throw new LinkFault(`“${excerpt(text)}” is not of the form row.column.rrggbb`);
  }
  return {
    row: wholeText.read(row),
    column: wholeText.read(column),
    after: colourText.read(colour),
  };
}

/** "0.2.ff0000_0.3.ff0000" */
const pixelsText: FieldText<readonly PaintedPixel[]> = {
  read: (text) => {
    const pixels = text.split('_').map(readPixel);
    if (pixels.length > MOST_LINKED) throw new LinkFault(`at most ${MOST_LINKED} pixels are read`);
    const places = new Set(pixels.map(({ row, column }) => `${row}.${column}`));
    if (places.size < pixels.length) throw new LinkFault('it names a pixel twice');
    return pixels;
  },
  write: (pixels) =>
    pixels.map(({ row, column, after }) => `${row}.${column}.${colourText.write(after)}`).join('_'),
};

/** What the fields of an address say of the picture. */
export function readInspect(reader: FieldReader): InspectAddress {
  const { take, refuse } = reader;
  const image = take('image', imageText) ?? null;
  const models = take('models', listText(plainText)) ?? [];
  const draw = take('draw', drawText) ?? null;
  const pixels = take('pixels', pixelsText, MOST_LETTERS) ?? [];
  if (draw !== null && pixels.length > 0) refuse('pixels', 'it says nothing beside draw');
  return { image, models, draw, pixels: draw === null ? pixels : [] };
}

/** The picture as fields; without its changes where they are too many for an address. */
export function inspectEntries({ image, models, draw, pixels }: InspectAddress): QueryEntry[] {
  const isPainted = draw === null && pixels.length > 0 && pixels.length <= MOST_LINKED;
  return [
    ...(image === null ? [] : [['image', imageText.write(image)] as const]),
    ['models', models.join(',')],
    ...(draw === null ? [] : [['draw', drawText.write(draw)] as const]),
    ...(isPainted ? [['pixels', pixelsText.write(pixels)] as const] : []),
  ];
}
