import { centredRegion } from '../../core/region.ts';
import { LabError } from '../../protocol/lab-error.ts';
import type { LoadedModel } from '../../protocol/model-files.ts';
import type { Spec } from '../../protocol/spec.ts';
import { checkAttack } from '../../run/attack/attack-plan.ts';
import { checkCellsFit, checkGrid, checkSize } from '../../run/check-spec.ts';

/** A part of the experiment that can be at fault. */
export type FaultyPart =
  'counts' | 'regions' | 'size' | 'epsilon' | 'eligibility' | 'models' | 'images' | 'other';

export interface SpecProblem {
  readonly part: FaultyPart;
  /** What is wrong and what to change, for a person. */
  readonly message: string;
}

type SizedModel = Pick<LoadedModel, 'id' | 'inputSize'>;

const figures = new Intl.NumberFormat('en-GB');

function tightest({ grid }: Spec, models: readonly SizedModel[]) {
  const rects = models.flatMap(({ inputSize: [height, width] }) =>
    grid.regions.map((region) => ({ region, ...centredRegion(height, width, region) })),
  );
  return rects.sort((a, b) => a.height * a.width - b.height * b.width)[0];
}

function tooManyPixels(spec: Spec, models: readonly SizedModel[], fallback: string): string {
  const rect = tightest(spec, models);
  if (rect === undefined) return fallback;
  const { region, height, width } = rect;
  const count = Math.max(...spec.grid.counts);
  const where =
    region === 1
      ? 'the image'
      : `the centred square of ${Number((region * 100).toFixed(2))}\u00a0%`;
  const way = region === 1 ? 'Choose smaller counts.' : 'Choose smaller counts or a larger area.';
  return (
    `${figures.format(count)} pixels do not fit: ${where} has ${height} × ${width} = ` +
    `${figures.format(height * width)}. ${way}`
  );
}

function explain(error: LabError, spec: Spec, models: readonly SizedModel[]): SpecProblem {
  const field = error.subject ?? '';
  const plain = error.message.replace(`${field}: `, '');
  const message = `${plain.charAt(0).toUpperCase()}${plain.slice(1)}.`;
  if (field.startsWith('grid.counts')) {
    return { part: 'counts', message: tooManyPixels(spec, models, message) };
  }
  if (field.startsWith('grid.regions')) return { part: 'regions', message };
  if (field.startsWith('attack.epsilon')) return { part: 'epsilon', message };
  if (field === 'eligibility') return { part: 'eligibility', message };
  return { part: field === 'grid' ? 'size' : 'other', message };
}

/**
 * What keeps an experiment from being run; null where nothing does.
 * @param models those of the spec whose input size is known; counts are checked against these
 */
export function specProblem(spec: Spec, models: readonly SizedModel[]): SpecProblem | null {
  try {
    checkGrid(spec);
    checkCellsFit(spec, models);
    checkSize(spec, spec.images.count ?? 0);
    if (spec.attack !== undefined) checkAttack(spec);
    return null;
  } catch (error) {
    if (error instanceof LabError) return explain(error, spec, models);
    throw error;
  }
}
