import type { Manifest, SweepResult } from '../protocol/result.ts';
import type { Aggregate } from './aggregate.ts';
import { measureOf } from './labels.ts';
import type { SweepRecord } from './sweep-types.ts';

/** How a run went; the part of the manifest that does not follow from what was predicted. */
export interface RunFacts extends Pick<
  Manifest,
  'backend' | 'lanes' | 'start' | 'seconds' | 'imagesPerSecond' | 'complete'
> {
  readonly versions: Readonly<Record<string, string>>;
}

type Recorded = Pick<SweepRecord, 'plan' | 'images' | 'models'>;

/** How a run went, with what it went over. */
export function runManifest({ plan, images, models }: Recorded, facts: RunFacts): Manifest {
  const hashes = plan.models.map(({ id }, index) => [id, models[index]?.hash ?? '']);
  return {
    versions: { ...facts.versions },
    backend: facts.backend,
    lanes: facts.lanes,
    start: facts.start,
    seconds: facts.seconds,
    imagesPerSecond: facts.imagesPerSecond,
    modelHashes: Object.fromEntries(hashes),
    imageSetHash: images.hash,
    complete: facts.complete,
  };
}

/** The models of a run as its result names them. */
export function runModels({ plan, models }: Recorded): SweepResult['models'] {
  return plan.models.map(({ id, inputSize }, index) => ({
    id,
    inputSize: [...inputSize],
    hash: models[index]?.hash ?? '',
  }));
}

/** Puts together the content of result.json. */
export function sweepResult(
  record: SweepRecord,
  aggregate: Aggregate,
  facts: RunFacts,
): SweepResult {
  const { spec } = record;
  return {
    version: 1,
    ...(measureOf(spec) === 'agreement' && { measure: 'agreement' as const }),
    spec,
    manifest: runManifest(record, facts),
    models: runModels(record),
    clean: aggregate.clean,
    eligibility: spec.eligibility,
    eligible: aggregate.eligible,
    cells: aggregate.cells,
    summary: aggregate.summary,
    ranking: aggregate.ranking,
  };
}
