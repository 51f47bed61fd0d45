import { specModelId } from '../../protocol/model-id.ts';
import type { ImagesSpec, Spec } from '../../protocol/spec.ts';
import type { SpecModel } from '../models/spec-model.ts';
import { hasStart } from './codec/hash-start.ts';
import { imagesHash } from './images-hash.ts';
import type { Library } from './library.ts';
import type { Wanted, WantedImages, WantedModel } from './link-store.ts';

/** New names of models and image sets, by the old ones. */
interface Names {
  readonly models: ReadonlyMap<string, SpecModel>;
  readonly images: ReadonlyMap<string, string>;
}

/** A name that none of the taken ones equals: "mine", "mine.2". */
function freeName(name: string, taken: readonly string[]): string {
  let free = name;
  for (let number = 2; taken.includes(free); number += 1) free = `${name}.${number}`;
  return free;
}

function modelHere({ models }: Library, { id, sha }: WantedModel) {
  return models.find((model) => (sha === null ? model.id === id : hasStart(model.hash, sha)));
}

function imagesHere({ sets }: Library, { name, sha }: WantedImages) {
  return sets.find((set) => (sha === null ? set.name === name : hasStart(imagesHash(set), sha)));
}

/** The model of this browser that is meant, prepared as the link says. */
function prepared(here: SpecModel, said: SpecModel): SpecModel {
  if (typeof here === 'string' || typeof said === 'string') return here;
  const { preprocess, output } = said;
  const { output: _, ...rest } = here;
  return { ...rest, ...(output && { output }), ...(preprocess && { preprocess }) };
}

function withId(model: SpecModel, id: string): SpecModel {
  return typeof model === 'string' ? id : { ...model, id };
}

function renamedImages<Images extends ImagesSpec>(
  images: Images,
  { images: names }: Names,
): Images {
  if (images.source === 'roadside') return images;
  const path = names.get(images.path);
  return path === undefined ? images : { ...images, path };
}

function renamed<S extends Spec>(spec: S, names: Names): S {
  const { repair } = spec;
  const model = repair && names.models.get(repair.model);
  return {
    ...spec,
    models: spec.models.map((each) => names.models.get(specModelId(each)) ?? each),
    images: renamedImages(spec.images, names),
    ...(repair && {
      repair: {
        ...repair,
        ...(model !== undefined && { model: specModelId(model) }),
        ...(repair.train && { train: renamedImages(repair.train, names) }),
        ...(repair.validation && { validation: renamedImages(repair.validation, names) }),
      },
    }),
  };
}

export interface Resolved<S extends Spec> {
  readonly spec: S;
  readonly wanted: Wanted;
  /** New ids of models by those of the link. */
  readonly ids: ReadonlyMap<string, string>;
}

/**
 * Puts what this browser has in the place of what a link wants, found by its content. What it has
 * not keeps the name of the link, unless something else here has it.
 */
export function resolveWanted<S extends Spec>(spec: S, wanted: Wanted, here: Library): Resolved<S> {
  const models = new Map<string, SpecModel>();
  const images = new Map<string, string>();
  const takenIds = here.models.map(({ id }) => id);
  const takenNames = here.sets.map(({ name }) => name);
  const missingModels = wanted.models.flatMap((each) => {
    const said = spec.models.find((model) => specModelId(model) === each.id);
    if (said === undefined) return [];
    const found = modelHere(here, each);
    const id = found?.id ?? freeName(each.id, takenIds);
    if (found !== undefined) models.set(each.id, prepared(found.model, said));
    else if (id !== each.id) models.set(each.id, withId(said, id));
    return found === undefined ? [{ ...each, id }] : [];
  });
  const missingImages = wanted.images.flatMap((each) => {
    const found = imagesHere(here, each);
    const name = found?.name ?? freeName(each.name, takenNames);
    if (name !== each.name) images.set(each.name, name);
    return found === undefined ? [{ ...each, name }] : [];
  });
  const ids = new Map([...models].map(([id, model]) => [id, specModelId(model)]));
  const isSame = models.size === 0 && images.size === 0;
  return {
    spec: isSame ? spec : renamed(spec, { models, images }),
    wanted: { models: missingModels, images: missingImages },
    ids,
  };
}
