import type { PixelChangeRequest } from '../../protocol/pixel-change-request.ts';
import type { SpecPixelValue } from '../../protocol/spec.ts';
import type { Colour } from './edits.ts';
import { lastPosition, type RoadsidePlace } from './inspect-image.ts';

export interface PaintedPixel {
  readonly row: number;
  readonly column: number;
  readonly after: Colour;
}

/** What a link to the panel holds. */
export interface InspectAddress {
  readonly place: RoadsidePlace;
  /** Ids; whether there are such models is not known here. */
  readonly models: readonly string[];
  readonly draw: PixelChangeRequest | null;
  readonly pixels: readonly PaintedPixel[];
}

/** Painted pixels that a link holds at most: every browser takes an address of so many letters. */
export const MOST_LINKED = 400;

const keys = ['image', 'models', 'draw', 'pixels'] as const;

function whole(text: string | undefined, most = Number.MAX_SAFE_INTEGER): number | null {
  if (text === undefined || !/^\d+$/.test(text)) return null;
  const value = Number(text);
  return value <= most ? value : null;
}

function readPlace(text: string | null): RoadsidePlace | null {
  const [split, position] = (text ?? '').split('.');
  if (split !== 'test' && split !== 'validation' && split !== 'train') return null;
  const at = whole(position, lastPosition(split));
  return at === null ? null : { split, position: at };
}

function readValue(text: string | undefined): SpecPixelValue | null {
  if (text === 'replace') return 'replace';
  const offset = whole(/^offset(\d+)$/.exec(text ?? '')?.[1], 127);
  return offset === null || offset === 0 ? null : { offset };
}

function readDraw(text: string | null): PixelChangeRequest | null {
  const [seedText, drawText, countText, valueText, regionText] = (text ?? '').split('_');
  const seed = whole(seedText);
  const draw = whole(drawText, 2 ** 32 - 1);
  const count = whole(countText);
  const value = readValue(valueText);
  const region = Number(regionText ?? '1');
  if (seed === null || draw === null || count === null || value === null) return null;
  return region > 0 && region <= 1 ? { seed, draw, count, value, region } : null;
}

function readPixel(text: string): PaintedPixel | null {
  const [rowText, columnText, hex = ''] = text.split('.');
  const row = whole(rowText);
  const column = whole(columnText);
  if (row === null || column === null || !/^[0-9a-f]{6}$/i.test(hex)) return null;
  const byte = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16);
  return { row, column, after: [byte(0), byte(2), byte(4)] };
}

/** What an address asks for; null where it names no image. What cannot be read in it is left out. */
export function inspectAddress(address: string): InspectAddress | null {
  const { searchParams } = new URL(address);
  const place = readPlace(searchParams.get('image'));
  if (place === null) return null;
  const models = searchParams.getAll('models').filter((id) => id !== '');
  const draw = readDraw(searchParams.get('draw'));
  const pixels = (searchParams.get('pixels') ?? '').split('_').flatMap((each) => {
    return readPixel(each) ?? [];
  });
  return { place, models, draw, pixels: draw === null ? pixels : [] };
}

function hexOf(colour: Colour): string {
  return colour.map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The same address with another content; null takes it out. Whatever else it holds is kept. */
export function withInspectAddress(address: string, content: InspectAddress | null): string {
  const url = new URL(address);
  for (const key of keys) url.searchParams.delete(key);
  if (content === null) return url.href;
  const { place, models, draw, pixels } = content;
  url.searchParams.set('image', `${place.split}.${place.position}`);
  for (const id of models) url.searchParams.append('models', id);
  if (draw !== null) {
    const { seed, count, value, region } = draw;
    const how = value === 'replace' ? value : `offset${value.offset}`;
    url.searchParams.set('draw', [seed, draw.draw, count, how, region].join('_'));
  } else if (pixels.length > 0 && pixels.length <= MOST_LINKED) {
    const painted = pixels.map(({ row, column, after }) => `${row}.${column}.${hexOf(after)}`);
    url.searchParams.set('pixels', painted.join('_'));
  }
  return url.href;
}
