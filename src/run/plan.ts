import { centredRegion, type Rect } from '../core/region.ts';
import type { LoadedModel } from '../protocol/model-files.ts';
import type { RankCell, Spec, SpecPixelValue } from '../protocol/spec.ts';
import { checkCellsFit, checkGrid, checkSize } from './check-spec.ts';
import { samePixelValue } from './pixel-values.ts';

/** One setting of the grid. */
export interface Cell {
  readonly index: number;
  readonly count: number;
  readonly value: SpecPixelValue;
  /** Fraction of the side. */
  readonly region: number;
}

export interface PlannedModel {
  readonly id: string;
  /** [height, width, 3] */
  readonly inputSize: readonly [number, number, number];
  readonly classes: number;
  /** Realised rectangle of each cell for this model's input size. */
  readonly rects: readonly Rect[];
}

/** What a run will classify; plain data. */
export interface SweepPlan {
  readonly images: number;
  readonly draws: number;
  readonly models: readonly PlannedModel[];
  /** Values outermost, then regions, then counts, each in the order of the spec. */
  readonly cells: readonly Cell[];
  /** Position of the cell at which models are ranked. */
  readonly rankCell: number;
}

/** The cells of a grid: values outermost, then regions, then counts. */
export function gridCells(grid: Spec['grid']): Cell[] {
  const settings = grid.values.flatMap((value) =>
    grid.regions.flatMap((region) => grid.counts.map((count) => ({ count, value, region }))),
  );
  return settings.map((setting, index) => ({ index, ...setting }));
}

/** Where the models are ranked: as the spec says, or the largest count of the first value and region. */
export function rankCellOf(spec: Spec): RankCell {
  const { counts, values, regions } = spec.grid;
  return (
    spec.rankAt ?? {
      count: Math.max(...counts),
      value: values[0] ?? 'replace',
      region: regions[0] ?? 1,
    }
  );
}

/**
 * Lays out a run.
 * @param models as loaded, in the order of `spec.models`
 * @throws LabError `spec-invalid` naming the field, where the grid contradicts itself or the images
 */
export function planSweep(
  spec: Spec,
  images: number,
  models: readonly Pick<LoadedModel, 'id' | 'inputSize' | 'classes'>[],
): SweepPlan {
  checkGrid(spec);
  checkCellsFit(spec, models);
  checkSize(spec, images);
  const cells = gridCells(spec.grid);
  const at = rankCellOf(spec);
  return {
    images,
    draws: spec.draws,
    models: models.map(({ id, inputSize, classes }) => ({
      id,
      inputSize,
      classes,
      rects: cells.map(({ region }) => centredRegion(inputSize[0], inputSize[1], region)),
    })),
    cells,
    rankCell: cells.findIndex(
      (cell) =>
        cell.count === at.count &&
        cell.region === at.region &&
        samePixelValue(cell.value, at.value),
    ),
  };
}
