import { bundledSweep, sweepSeconds } from './bundled-sweep.ts';
import { compare, type Figure } from './measure.ts';
import { warmLanes } from './warm-lanes.ts';

const IMAGES = 384;

/** What a second WASM lane gains. */
export async function laneScaling(): Promise<Figure[]> {
  const one = await bundledSweep(IMAGES, 1);
  const two = await bundledSweep(IMAGES, 2);
  const lanes = await warmLanes(2);
  const arms = {
    one: () => sweepSeconds({ ...one, openLane: lanes.lend() }),
    two: () => sweepSeconds({ ...two, openLane: lanes.lend() }),
  };
  await compare(1, arms);
  const seconds = await compare(3, arms);
  lanes.close();
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
