import { wrongNode } from '../faults.ts';
import type { Constant } from '../values/constant.ts';
import type { Feature } from '../values/value.ts';
import type { View } from '../values/view.ts';
import { sideSize } from '../values/view.ts';
import type { OperatorContext } from './operator.ts';

/** For each place along the last side of the graph's value, the place along an axis of ONNX. */
export function placesAlong({ memory, axes }: View, axis: number): Int32Array {
  const side = memory.at(-1) ?? [];
  const own = axes[axis] ?? [];
  const places = new Int32Array(sideSize(side));
  let block = places.length;
  for (const factor of side) {
    block /= factor.size;
    const at = own.indexOf(factor);
    if (at === -1) continue;
    const stride = sideSize(own.slice(at + 1));
    places.forEach((place, index) => {
      places[index] = place + (Math.floor(index / block) % factor.size) * stride;
    });
  }
  return places;
}

/**
 * The numbers of a constant that is combined with a value element by element, one for each place
 * along the last side of the graph's value, its channels or features.
 * @returns undefined where the constant differs between places of the image
 */
export function perChannel(
  { node, graph }: OperatorContext,
  feature: Feature,
  { shape, values }: Constant,
): Float32Array | undefined {
  const last = feature.memory.at(-1) ?? [];
  const numbers = new Float32Array(sideSize(last));
  if (values.length === 1) return numbers.fill(values[0] ?? NaN);
  const lead = feature.axes.length + 1 - shape.length;
  if (lead < 0 || (lead === 0 && shape[0] !== 1 && shape[0] !== graph.batch)) {
    throw wrongNode(node, `combines a value with a constant of shape [${shape.join(', ')}]`);
  }
  if (lead === 0 && shape[0] !== 1) return undefined;
  const at = new Int32Array(numbers.length);
  let stride = 1;
  for (let axis = feature.axes.length - 1; axis >= 0; axis -= 1) {
    const size = shape[axis + 1 - lead] ?? 1;
    const own = feature.axes[axis] ?? [];
    if (size === 1) continue;
    if (size !== sideSize(own)) {
      throw wrongNode(node, `combines a side of ${sideSize(own)} with one of ${size}`);
    }
    if (!own.every((factor) => last.includes(factor))) return undefined;
    placesAlong(feature, axis).forEach((place, index) => {
      at[index] = (at[index] ?? 0) + place * stride;
    });
    stride *= size;
  }
  return numbers.map((_, index) => values[at[index] ?? 0] ?? NaN);
}
