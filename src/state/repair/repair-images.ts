import type { ImagePart } from '../../protocol/images-spec.ts';
import type { ImagesSpec } from '../../protocol/spec.ts';
import type { RepairExperiment } from '../../run/repair/repair-types.ts';
import type { KeptImageSet } from '../images/kept-set.ts';
import { classNaming, takenCount, takenOfSet, type OwnImagesSpec } from '../images/set-choice.ts';
import type { ClassSet } from '../models/model-classes.ts';

/** What images are for in a repair. */
export type RepairRole = 'train' | 'validation' | 'test';

const roles = ['train', 'validation', 'test'] as const;

/** Where in the spec the images of each stand. */
const fields = { train: 'repair.train', validation: 'repair.validation', test: 'images' } as const;

/** Most images that a repair starts with: those of the paper, and half of them beside. */
const usual: Readonly<Record<RepairRole, number>> = { train: 1000, validation: 500, test: 500 };

/** The images of a role as a spec writes them, Roadside's where it says nothing. */
export function imagesOfRole({ images, repair }: RepairExperiment, role: RepairRole): ImagesSpec {
  if (role === 'test') return images;
  const [split, count] =
    role === 'train'
      ? (['train', repair.images] as const)
      : (['validation', repair.validationImages] as const);
  return repair[role] ?? { source: 'roadside', split, count };
}

/** The roles with the field and the images of each. */
export function repairImages(spec: RepairExperiment) {
  return roles.map((role) => ({ role, field: fields[role], images: imagesOfRole(spec, role) }));
}

/** A repair with other images in a role. */
export function withImages(
  spec: RepairExperiment,
  role: RepairRole,
  images: ImagesSpec,
): RepairExperiment {
  if (role === 'test') return { ...spec, images };
  const { [role]: _, ...repair } = spec.repair;
  if (images.source !== 'roadside') return { ...spec, repair: { ...repair, [role]: images } };
  const count = role === 'train' ? { images: images.count } : { validationImages: images.count };
  return { ...spec, repair: { ...repair, ...count } };
}

/** A repair with the images of a role counted otherwise. */
export function withCount(spec: RepairExperiment, role: RepairRole, count: number) {
  return withImages(spec, role, { ...imagesOfRole(spec, role), count });
}

/** The parts of a set that roles share, in their order; the whole of it where there is one. */
function partsFor(sharing: readonly RepairRole[]): (ImagePart | undefined)[] {
  const heaps = (of: number, ...takes: number[][]) => takes.map((take) => ({ of, take }));
  if (sharing.length === 3) return heaps(5, [1, 2, 3], [4], [5]);
  if (sharing.length === 1) return [undefined];
  return sharing.includes('train') ? heaps(5, [1, 2, 3, 4], [5]) : heaps(2, [1], [2]);
}

/** The classes that images show, as outputs of a model; undefined where these are all, or no two. */
function shownClasses(set: KeptImageSet, known: ClassSet, images: OwnImagesSpec) {
  const shown = [...new Set(takenOfSet(set, known, images).labels)].sort((a, b) => a - b);
  return shown.length < 2 || shown.length >= known.count ? undefined : shown;
}

/** Only the classes that the training images show take part, for the original as well. */
function withShownClasses(
  spec: RepairExperiment,
  sets: readonly KeptImageSet[],
  known: ClassSet,
): RepairExperiment {
  const { classes: _, ...repair } = spec.repair;
  const { train } = repair;
  const path = train?.source === 'roadside' ? undefined : train?.path;
  const set = sets.find(({ name }) => name === path);
  if (set === undefined || train === undefined || train.source === 'roadside') {
    return { ...spec, repair };
  }
  const classes = shownClasses(set, known, train);
  return { ...spec, repair: { ...repair, ...(classes !== undefined && { classes }) } };
}

/** Back to the images of the paper's repair here, of Roadside. */
export function withRoadside(spec: RepairExperiment): RepairExperiment {
  const { train: _, validation: __, classes: ___, ...repair } = spec.repair;
  const { images } = spec;
  if (images.source === 'roadside') return { ...spec, repair };
  return { ...spec, images: { source: 'roadside', split: 'test', count: usual.test }, repair };
}

/**
 * A repair that takes a set for a role, and for every role that has Roadside until now. Roles that
 * share a set each get a part of it, so that no image is in two of them.
 * @param sets all that are kept here
 * @param known the classes of the model that is repaired
 */
export function withSet(
  spec: RepairExperiment,
  chosen: { readonly role: RepairRole; readonly set: KeptImageSet },
  sets: readonly KeptImageSet[],
  known: ClassSet,
): RepairExperiment {
  const nameFor = (role: RepairRole): string => {
    const images = imagesOfRole(spec, role);
    return role === chosen.role || images.source === 'roadside' ? chosen.set.name : images.path;
  };
  let next = spec;
  for (const set of sets) {
    const sharing = roles.filter((role) => nameFor(role) === set.name);
    if (sharing.length === 0) continue;
    for (const [at, part] of partsFor(sharing).entries()) {
      const role = sharing[at];
      if (role === undefined) continue;
      const taking = { ...classNaming(set), ...(part !== undefined && { part }) };
      const count = Math.max(1, Math.min(usual[role], takenCount(set, known, taking)));
      next = withImages(next, role, { source: set.source, path: set.name, ...taking, count });
    }
  }
  return withShownClasses(next, sets, known);
}

/** The same sets for another model, or for one whose classes are called otherwise: counts follow. */
export function recounted(
  spec: RepairExperiment,
  sets: readonly KeptImageSet[],
  known: ClassSet,
): RepairExperiment {
  let next = spec;
  for (const { role, images } of repairImages(spec)) {
    if (images.source === 'roadside') continue;
    const set = sets.find(({ name }) => name === images.path);
    if (set === undefined) continue;
    const most = takenCount(set, known, images);
    const count = Math.max(1, Math.min(images.count ?? most, most));
    next = withImages(next, role, { ...images, count });
  }
  return next === spec ? spec : withShownClasses(next, sets, known);
}
