import type { Manifest, SweepResult } from '../protocol/result.ts';
import type { Aggregate } from './aggregate.ts';
import type { SweepRecord } from './sweep-types.ts';

/** How a run went; the part of the manifest that does not follow from what was predicted. */
export interface RunFacts extends Pick<
  Manifest,
  'backend' | 'lanes' | 'seconds' | 'imagesPerSecond' | 'complete'
> {
  readonly versions: Readonly<Record<string, string>>;
  readonly start: Date;
}

/** Puts together the content of result.json. */
export function sweepResult(
  { spec, plan, images, models }: SweepRecord,
  aggregate: Aggregate,
  facts: RunFacts,
): SweepResult {
  const hashes = plan.models.map(({ id }, index) => [id, models[index]?.hash ?? '']);
  return {
    version: 1,
    spec,
    manifest: {
      versions: { ...facts.versions },
      backend: facts.backend,
      lanes: facts.lanes,
      start: facts.start.toISOString(),
      seconds: facts.seconds,
      imagesPerSecond: facts.imagesPerSecond,
      modelHashes: Object.fromEntries(hashes),
      imageSetHash: images.hash,
      complete: facts.complete,
    },
    models: plan.models.map(({ id, inputSize }, index) => ({
      id,
      inputSize: [...inputSize],
      hash: models[index]?.hash ?? '',
    })),
    clean: aggregate.clean,
    eligibility: spec.eligibility,
    eligible: aggregate.eligible,
    cells: aggregate.cells,
    summary: aggregate.summary,
    ranking: aggregate.ranking,
  };
}
