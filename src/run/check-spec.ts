import { centredRegion } from '../core/region.ts';
import { LabError } from '../protocol/lab-error.ts';
import type { LoadedModel } from '../protocol/model-files.ts';
import { specModelId } from '../protocol/model-id.ts';
import type { Spec } from '../protocol/spec.ts';
import { formatPixelValue } from './pixel-values.ts';

/** Predicted classes and changes take about six bytes each: 600 MB. */
const MOST_CLASSIFICATIONS = 100_000_000;
/** A cell is an array for each model and draw, and a row of every table. */
const MOST_ARRAYS = 200_000;

function refuse(field: string, message: string): never {
  throw new LabError('spec-invalid', `${field}: ${message}`, field);
}

function refuseDuplicates(field: string, names: readonly string[]): void {
  const seen = new Map<string, number>();
  for (const [index, name] of names.entries()) {
    const first = seen.get(name);
    if (first !== undefined) {
      refuse(`${field}[${index}]`, `${name} is already ${field}[${first}]; name each one once`);
    }
    seen.set(name, index);
  }
}

/**
 * A sweep does not attack.
 * @throws LabError `spec-invalid` naming the field and the command that does
 */
export function refuseAttack({ attack }: Spec): void {
  if (attack === undefined) return;
  refuse('attack', 'a sweep changes random pixels only; run this spec with "lab attack"');
}

/**
 * Checks what a schema cannot: nothing is listed twice, and the models are ranked at a cell of the
 * grid.
 * @throws LabError `spec-invalid` naming the field
 */
export function checkGrid(spec: Spec): void {
  const { grid, rankAt } = spec;
  refuseDuplicates('models', spec.models.map(specModelId));
  refuseDuplicates('grid.counts', grid.counts.map(String));
  refuseDuplicates('grid.values', grid.values.map(formatPixelValue));
  refuseDuplicates('grid.regions', grid.regions.map(String));
  if (rankAt === undefined) return;
  if (!grid.counts.includes(rankAt.count)) {
    refuse('rankAt.count', `${rankAt.count} is not one of grid.counts (${grid.counts.join(', ')})`);
  }
  const values = grid.values.map(formatPixelValue);
  if (!values.includes(formatPixelValue(rankAt.value))) {
    refuse(
      'rankAt.value',
      `${formatPixelValue(rankAt.value)} is not one of grid.values (${values.join(', ')})`,
    );
  }
  if (!grid.regions.includes(rankAt.region)) {
    refuse(
      'rankAt.region',
      `${rankAt.region} is not one of grid.regions (${grid.regions.join(', ')})`,
    );
  }
}

/**
 * Checks that every count fits into every region at each model's input size.
 * @throws LabError `spec-invalid` naming the field
 */
export function checkCellsFit(
  spec: Spec,
  models: readonly Pick<LoadedModel, 'id' | 'inputSize'>[],
): void {
  const { counts, regions } = spec.grid;
  for (const { id, inputSize } of models) {
    const [height, width] = inputSize;
    for (const [at, region] of regions.entries()) {
      const rect = fittingRegion(`grid.regions[${at}]`, height, width, region);
      const area = rect.height * rect.width;
      const tooMany = counts.findIndex((count) => count > area);
      if (tooMany < 0) continue;
      refuse(
        `grid.counts[${tooMany}]`,
        `${counts[tooMany]} pixels do not fit into the region of ` +
          `${rect.height}×${rect.width} = ${area} pixels (region ${region} of ${id}'s ${height}×${width})`,
      );
    }
  }
}

function fittingRegion(field: string, height: number, width: number, region: number) {
  try {
    return centredRegion(height, width, region);
  } catch (error) {
    return refuse(field, error instanceof Error ? error.message : String(error));
  }
}

/**
 * Checks that the predictions of a sweep can be held in memory.
 * @throws LabError `spec-invalid` naming the grid
 */
export function checkSize(spec: Spec, images: number): void {
  const { counts, values, regions } = spec.grid;
  const cells = counts.length * values.length * regions.length;
  const arrays = cells * spec.draws * spec.models.length;
  if (arrays <= MOST_ARRAYS && arrays * images <= MOST_CLASSIFICATIONS) return;
  refuse(
    'grid',
    `${cells} cells × ${spec.draws} draws × ${images} images × ${spec.models.length} models ` +
      'are more than one run can hold; split the experiment',
  );
}
