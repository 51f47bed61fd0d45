import { renderRoadside } from '../../src/images/roadside/render.ts';
import { compare, secondsOf, type Figure } from './measure.ts';

const IMAGES = 100;

/** How fast one core renders the embedded images. */
export async function roadsideSpeed(): Promise<Figure[]> {
  let next = 0;
  const { render } = await compare(5, {
    render: () =>
      secondsOf(async () => {
        for (let image = 0; image < IMAGES; image += 1) renderRoadside(next++);
      }),
  });
  return [
    {
      what: 'Roadside images rendered on one core',
      value: IMAGES / render,
      unit: 'images/s',
      atLeast: 400,
      detail: `${((render / IMAGES) * 1000).toFixed(1)} ms each`,
    },
  ];
}
