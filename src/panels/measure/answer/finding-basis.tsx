import { integer } from '../../../run/number-text.ts';
import type { SweepResult } from '../../../protocol/result.ts';
import { measureOf } from '../../../run/labels.ts';
import { Term } from '../../terms/term.tsx';

interface FindingBasisProps {
  readonly result: SweepResult;
}

/** What the figures of a finding rest on: denominators, draws and intervals. */
export function FindingBasis({ result }: FindingBasisProps) {
  const { draws } = result.spec;
  return (
    <>
      <Denominator result={result} />
      {draws > 1 && `, each with ${integer(draws)} draws`}. In brackets: 95 % intervals
      {namesCriticalCounts(result) && (
        <>
          ; the counts are <Term name="PX5">PX5</Term>
        </>
      )}
      .
    </>
  );
}

function Denominator({ result }: FindingBasisProps) {
  const eligible = Object.values(result.eligible);
  const least = Math.min(...eligible);
  const most = Math.max(...eligible);
  const images = integer(result.spec.images.count ?? most);
  switch (result.eligibility) {
    case 'all':
      return measureOf(result.spec) === 'agreement' ? (
        <>All {images} images count</>
      ) : (
        <>All {images} images count, also those that a model gets wrong unchanged</>
      );
    case 'common':
      return (
        <>
          Among {integer(most)} <Term name="eligible">eligible</Term> of {images} images
        </>
      );
    case 'own':
      return (
        <>
          Each model is judged on its own <Term name="eligible">eligible</Term> images,{' '}
          {least === most ? integer(most) : `${integer(least)} to ${integer(most)}`} of {images}
        </>
      );
  }
}

function namesCriticalCounts({ spec, eligibility }: SweepResult): boolean {
  const { counts, values, regions } = spec.grid;
  return eligibility !== 'all' && counts.length > 1 && values.length === 1 && regions.length === 1;
}
