import { bundledSweep, sweepSeconds } from './bundled-sweep.ts';
import { compare, type Figure } from './measure.ts';

const IMAGES = 256;

/** What a second WASM lane gains. */
export async function laneScaling(): Promise<Figure[]> {
  const one = await bundledSweep(IMAGES, 1);
  const two = await bundledSweep(IMAGES, 2);
  const seconds = await compare(3, {
    one: () => sweepSeconds(one),
    two: () => sweepSeconds(two),
  });
  return [
    {
      what: 'two WASM lanes, against one',
      value: seconds.one / seconds.two,
      unit: 'times',
      atLeast: 1.7,
      detail: `${seconds.two.toFixed(1)} against ${seconds.one.toFixed(1)} s, ${IMAGES} images`,
    },
  ];
}
