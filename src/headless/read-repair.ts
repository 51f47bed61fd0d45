import { SYMMETRIC_SIGNS } from '../images/augment/mirror-classes.ts';
import type { ImagesSpec } from '../protocol/spec.ts';
import { checkRepair } from '../run/repair/check-repair.ts';
import type { RepairOptions } from '../run/repair/repair-types.ts';
import { openNodeLane } from '../workers/open-node-lane.ts';
import type { SweepArguments } from './arguments.ts';
import { planLanes } from './plan-lanes.ts';
import { readImages } from './read-images.ts';
import { readModels, sharedClasses } from './read-models.ts';
import { readSpec } from './read-spec.ts';
import { readVersions } from './versions.ts';

/**
 * Reads the spec of a repair and every file that it names; nothing is computed or written.
 * @throws LabError naming the field or file at fault
 */
export async function readRepair(
  options: Pick<SweepArguments, 'spec' | 'backend' | 'lanes'>,
): Promise<RepairOptions> {
  const { spec: given, folder } = await readSpec(options.spec);
  const spec = checkRepair(given);
  const { repair } = spec;
  const models = await readModels(spec.models, folder);
  const model = models.find(({ files }) => files.id === repair.model);
  if (model === undefined) throw new RangeError('a checked spec names its model');
  const classes = sharedClasses([model]);
  const read = (images: ImagesSpec) => readImages(images, folder, classes);
  const roadside = (split: 'train' | 'validation', count: number): ImagesSpec => ({
    source: 'roadside',
    split,
    count,
  });
  const isRoadside = (repair.train ?? spec.images).source === 'roadside';
  return {
    spec,
    model: { files: model.files, hash: model.hash },
    train: await read(repair.train ?? roadside('train', repair.images)),
    validation: await read(repair.validation ?? roadside('validation', repair.validationImages)),
    test: await read(spec.images),
    mirrors: classes.names.flatMap((name, at) =>
      isRoadside && SYMMETRIC_SIGNS.has(name) ? [at] : [],
    ),
    openLane: openNodeLane,
    backends: [planLanes(options, [model])],
    versions: await readVersions(),
  };
}
