import { cumulative } from '../../../../run/figure/cumulative.ts';
import type { Distribution } from '../../../../charts/distribution/distribution-types.ts';
import { valueAxis } from '../../../../charts/distribution/value-axis.ts';
import { percentAxis } from '../../../../run/figure/axes.ts';
import type { FigureAxes } from '../../../../run/figure/figure-types.ts';
import type { RepairDistanceResult } from '../../../../protocol/repair-result.ts';
import type { ResultView } from '../view.ts';

export type Space = RepairDistanceResult['space'];

/** Before and after in one space. */
export interface DistanceCurves {
  readonly space: Space;
  readonly heading: string;
  readonly axes: FigureAxes;
  readonly distributions: readonly Distribution[];
  /** Images whose distance is infinite or beyond the axis, over both lines. */
  readonly beyond: number;
}

const headings: Readonly<Record<Space, string>> = {
  feature: 'Feature space, exact',
  input: 'Input space, first-order estimate',
};

const axisTitles: Readonly<Record<Space, string>> = {
  feature: 'Distance r to the boundary, in units of the features',
  input: 'Distance r to the boundary, for channels from 0 to 1',
};

/** Largest share of the values that may lie beyond the axis, so that a few do not squeeze the rest. */
const tail = 0.01;

function upTo(sorted: readonly number[]): number[] {
  return sorted.slice(0, Math.ceil(sorted.length * (1 - tail)));
}

/** The distributions of one space for the original and one repaired model; null where not measured. */
export function distanceCurves(
  space: Space,
  model: string,
  { result, nameOf, styleOf }: ResultView,
): DistanceCurves | null {
  const samples = [result.original.id, model].flatMap((id) => {
    const values = result.distanceValues?.find((row) => row.model === id)?.[space] ?? null;
    return values === null || values.length === 0 ? [] : [{ id, sample: cumulative(values) }];
  });
  if (samples.length < 2) return null;
  const shown = samples.flatMap(({ sample }) => upTo(sample.values));
  const x = valueAxis(axisTitles[space], shown);
  const beyond = samples.reduce(
    (sum, { sample }) =>
      sum + sample.size - sample.values.filter((value) => value <= x.domain[1]).length,
    0,
  );
  return {
    space,
    heading: headings[space],
    axes: {
      x,
      y: percentAxis('Images with a distance of up to r, %', [0, 100], 'end'),
      reference: null,
    },
    distributions: samples.map(({ id, sample }) => ({
      id,
      name: nameOf(id),
      style: styleOf(id),
      sample,
    })),
    beyond,
  };
}
