import { measureOf } from '../labels.ts';
import type { ComparedModel } from './compare-types.ts';
import { sharedCells } from './shared-cells.ts';

const rules = {
  common: 'images that every model of the run gets right',
  own: 'images that the model itself gets right',
  all: 'all images',
} as const;

function imagesText({ record }: ComparedModel): string {
  const { length } = record.images.labels;
  return `${length} image${length === 1 ? '' : 's'} (${record.images.hash.slice(0, 8)})`;
}

/**
 * Why two models cannot be compared image by image, the weightiest reason first; empty where they
 * can. The same pictures must have been judged by the same rule after the same changes.
 */
export function whyNotComparable(baseline: ComparedModel, other: ComparedModel): string[] {
  const [one, two] = [baseline.record, other.record];
  const reasons: string[] = [];
  const unless = (same: boolean, what: string, a: string | number, b: string | number): void => {
    if (!same) reasons.push(`${what}: ${a} in ${baseline.name}, ${b} in ${other.name}.`);
  };
  unless(
    one.images.hash === two.images.hash,
    'The images differ',
    imagesText(baseline),
    imagesText(other),
  );
  const measures = [measureOf(one.spec), measureOf(two.spec)] as const;
  unless(measures[0] === measures[1], 'What counts as right differs', ...measures);
  const [rule, otherRule] = [one.spec.eligibility, two.spec.eligibility];
  unless(rule === otherRule, 'Other images count', rules[rule], rules[otherRule]);
  unless(one.spec.seed === two.spec.seed, 'The seeds differ', one.spec.seed, two.spec.seed);
  unless(one.plan.draws === two.plan.draws, 'Draws an image', one.plan.draws, two.plan.draws);
  const sizes = [baseline, other].map(({ record, model }) =>
    (record.plan.models[model]?.inputSize.slice(0, 2) ?? []).join(' × '),
  );
  unless(
    sizes[0] === sizes[1],
    'The models see pictures of other sizes, so other pixels were changed',
    sizes[0] ?? '',
    sizes[1] ?? '',
  );
  if (sharedCells(one.plan.cells, two.plan.cells).length === 0) {
    reasons.push('The runs have no count, change and region in common.');
  }
  return reasons;
}
