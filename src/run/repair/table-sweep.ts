import type { Spec } from '../../protocol/spec.ts';
import type { ImageSet } from '../image-set.ts';
import { NOT_DONE } from '../predictions.ts';
import type { SweepCheckpoint, SweepModel, SweepOptions } from '../sweep-types.ts';
import type { RepairOptions } from './repair-types.ts';

/** The sweep behind a table: over all images, eligible or not, the original being its first model. */
export function tableSweep(
  { spec, openLane, backends, stallAfter, snapshotEvery, now, aggregate }: RepairOptions,
  models: readonly SweepModel[],
  images: ImageSet,
  design: Pick<Spec, 'grid' | 'draws' | 'rankAt'>,
  checkpoint: SweepCheckpoint | null,
): SweepOptions {
  const { version, name, seed, images: source } = spec;
  return {
    spec: {
      version,
      name,
      seed,
      images: source,
      models: models.map(({ files }) => files.id),
      eligibility: 'all',
      ...design,
    },
    images,
    models,
    openLane,
    backends,
    versions: {},
    ...(aggregate && { aggregate }),
    ...(stallAfter !== undefined && { stallAfter }),
    ...(snapshotEvery !== undefined && { snapshotEvery }),
    ...(now && { now }),
    ...(checkpoint && { checkpoint }),
  };
}

/** How much of such a sweep a checkpoint has, 0…1. */
export function sweepShare({ predictions }: SweepCheckpoint): number {
  const all = [...predictions.clean, ...predictions.changed.flat()];
  const total = all.reduce((sum, { length }) => sum + length, 0);
  const left = all.reduce((sum, each) => sum + each.filter((c) => c === NOT_DONE).length, 0);
  return total === 0 ? 0 : 1 - left / total;
}
