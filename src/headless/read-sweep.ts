import { checkAttack } from '../run/attack/attack-plan.ts';
import { refuseAttack } from '../run/check-spec.ts';
import type { RunOptions } from '../run/sweep-types.ts';
import { openNodeLane } from '../workers/open-node-lane.ts';
import type { SweepArguments } from './arguments.ts';
import { planLanes } from './plan-lanes.ts';
import { readImages } from './read-images.ts';
import { readModels, sharedClasses } from './read-models.ts';
import { readSpec } from './read-spec.ts';
import { readVersions } from './versions.ts';

/**
 * Reads a spec and every file that it names; nothing is computed or written.
 * @throws LabError naming the field or file at fault
 */
export async function readSweep(options: SweepArguments): Promise<RunOptions> {
  const { spec, folder } = await readSpec(options.spec);
  if (options.command === 'attack') checkAttack(spec);
  else refuseAttack(spec);
  const models = await readModels(spec.models, folder);
  const images = await readImages(spec.images, folder, sharedClasses(models));
  return {
    spec,
    images,
    models: models.map(({ files, hash }) => ({ files, hash })),
    openLane: openNodeLane,
    backends: [planLanes(options, models)],
    versions: await readVersions(),
    ...(options.chunk === undefined ? {} : { chunk: options.chunk }),
  };
}
