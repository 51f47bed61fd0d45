import { bundledModelIds } from '../../run/bundled-models.ts';
import { imageSets } from '../images/image-sets.ts';
import type { KeptImageSet } from '../images/kept-set.ts';
import { modelList } from '../models/model-list.ts';
import { specModel, type SpecModel } from '../models/spec-model.ts';
import type { Hashes } from './codec/hash-start.ts';
import { imagesHash } from './images-hash.ts';
import { linkStore } from './link-store.ts';

interface LibraryModel {
  readonly id: string;
  /** SHA-256 of its files. */
  readonly hash: string;
  readonly model: SpecModel;
}

/** What this browser has beside what comes with the lab. */
export interface Library {
  readonly models: readonly LibraryModel[];
  readonly sets: readonly KeptImageSet[];
}

export function libraryOf(
  { own, repaired }: ReturnType<typeof modelList.getState>,
  sets: readonly KeptImageSet[],
): Library {
  const kept = repaired.map(({ facts: { id }, hash }) => ({ id, hash }));
  const opened = own.map(({ id, inspection: { hash } }) => ({ id, hash }));
  return {
    models: [...kept, ...opened].map((each) => ({ ...each, model: specModel(each.id) })),
    sets,
  };
}

export function library(): Library {
  return libraryOf(modelList.getState(), imageSets.getState().sets);
}

/** Whether a model is one of the lab's or of this browser's. */
export function isHere(id: string, { models }: Library): boolean {
  return bundledModelIds.includes(id) || models.some((model) => model.id === id);
}

/** Hashes of what is here, and of what a link wants that is not. */
export function knownHashes(): Hashes {
  const { models, sets } = library();
  const { wanted } = linkStore.getState();
  return {
    ofModel: (id) =>
      models.find((model) => model.id === id)?.hash ??
      wanted.models.find((model) => model.id === id)?.sha ??
      null,
    ofImages: (name) => {
      const set = sets.find((each) => each.name === name);
      if (set !== undefined) return imagesHash(set);
      return wanted.images.find((each) => each.name === name)?.sha ?? null;
    },
  };
}
