import { chooseNativeSize, chooseToneExponent, expose } from './camera/camera.ts';
import { resizeToBytes } from './camera/resize.ts';
import { roadsideClasses } from './classes.ts';
import { chooseDaylight } from './scene/daylight.ts';
import { photograph } from './scene/scene.ts';
import { Stream } from './stream.ts';

/** Width and height of an image in pixels. */
export const roadsideSize = 64;

const labelPurpose = 0x1abe1000;
const imagePurpose = 0x1a6e0000;

function checkIndex(index: number): void {
  if (!Number.isInteger(index) || index < 0 || index > 0xffffffff) {
    throw new RangeError(`Roadside image index ${index} is not an integer in 0…4294967295`);
  }
}

/**
 * The class of an image, an index into `roadsideClasses`. Each block of twelve consecutive indices
 * that starts at a multiple of twelve holds every class once, in an order of its own.
 *
 * @throws RangeError when the index is not an integer in 0…2³²−1.
 */
export function roadsideLabel(index: number): number {
  checkIndex(index);
  const count = roadsideClasses.length;
  const place = index % count;
  const stream = new Stream((index - place) / count, labelPurpose);
  const order = Array.from({ length: count }, (_, label) => label);
  // Fisher and Yates from the front: after `place` steps the answer is settled.
  for (let i = 0; i <= place; i += 1) {
    const j = i + stream.below(count - i);
    const chosen = order[j] ?? 0;
    order[j] = order[i] ?? 0;
    order[i] = chosen;
  }
  return order[place] ?? 0;
}

/**
 * The photograph with this index: 64 × 64 × 3 bytes, red, green, blue, row-major. The same bytes on
 * every engine: the pixel path uses only operations that IEEE 754 and ECMAScript fix.
 *
 * @throws RangeError when the index is not an integer in 0…2³²−1.
 */
export function renderRoadside(index: number): Uint8Array {
  const label = roadsideLabel(index);
  const stream = new Stream(index, imagePurpose);
  const size = chooseNativeSize(stream);
  const exponent = chooseToneExponent(stream);
  const daylight = chooseDaylight(exponent, stream);
  const picture = photograph(label, size, daylight, stream);
  expose(picture, exponent, stream);
  return resizeToBytes(picture, roadsideSize);
}
