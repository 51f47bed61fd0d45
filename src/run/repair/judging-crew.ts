import type { SweepModel } from '../sweep-types.ts';
import { Crew } from './crew.ts';
import type { RepairSets } from './repair-sets.ts';
import type { RepairOptions } from './repair-types.ts';

const STALL_MS = 300_000;

interface JudgingCrewInput {
  readonly options: RepairOptions;
  readonly sets: RepairSets;
  readonly models: readonly SweepModel[];
  readonly changed: () => void;
}

/** Lanes that have all models open, and the held-out images that attacks and distances are judged on. */
export function judgingCrew({ options, models, sets, changed }: JudgingCrewInput): Crew {
  const { openLane, backends, stallAfter = STALL_MS } = options;
  const { attackImages, distanceImages } = options.spec.repair;
  const setup = {
    models: models.map(({ files }) => files),
    images: sets.test.refs.slice(0, Math.max(attackImages, distanceImages)),
    stallAfter,
  };
  return new Crew({ openLane, backends, setup, changed });
}
