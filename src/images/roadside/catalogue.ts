import type { Artwork } from './artwork/artwork.ts';
import { keepRight, roundabout, turnLeft } from './artwork/mandatory.ts';
import { plate } from './artwork/plates.ts';
import { noEntry, noOvertaking, speedLimit } from './artwork/prohibitory.ts';
import { priorityRoad, stop, yieldSign } from './artwork/right-of-way.ts';
import { pedestrians } from './artwork/warning.ts';
import { drawMaster, type Master } from './master.ts';
import { Stream } from './stream.ts';

/** How many versions of each sign are drawn: designs of different years and makers. */
export const variantCount = 10;

type Designer = (stream: Stream) => Artwork;

// In the order of roadsideClasses.
const designers: readonly Designer[] = [
  (stream) => speedLimit('3', stream),
  (stream) => speedLimit('5', stream),
  (stream) => speedLimit('8', stream),
  noOvertaking,
  priorityRoad,
  yieldSign,
  stop,
  noEntry,
  pedestrians,
  turnLeft,
  keepRight,
  roundabout,
];

const drawn = new Map<number, Master>();

/** Keeps the designers' streams apart from those of the images. */
const artworkPurpose = 0x51670a27;

function draw(kind: number, variant: number, designer: Designer): Master {
  const key = kind * variantCount + variant;
  let master = drawn.get(key);
  if (!master) {
    master = drawMaster(designer(new Stream(key, artworkPurpose)));
    drawn.set(key, master);
  }
  return master;
}

/**
 * One version of the sign with this label; drawn at first use.
 *
 * @throws RangeError when the label is not an integer in 0…11.
 */
export function signMaster(label: number, variant: number): Master {
  const designer = designers[label];
  if (!designer) throw new RangeError(`label ${label} is not one of 0…${designers.length - 1}`);
  return draw(label, variant, designer);
}

/** One version of a supplementary plate; drawn at first use. */
export function plateMaster(variant: number): Master {
  return draw(designers.length, variant, plate);
}
