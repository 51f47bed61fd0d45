import { listedModelIds, modelList } from '../models/model-list.ts';
import { specModel } from '../models/spec-model.ts';
import { hasStart } from './codec/hash-start.ts';
import type { RefusedField } from './codec/link-fields.ts';
import { namedModelEntries, readNamedModels } from './codec/models-text.ts';
import type { QueryEntry } from './codec/query.ts';
import { knownHashes, library } from './library.ts';

/** Models that an address names, as this browser has them. */
export interface HeldModels {
  /** The id here of a model that the address calls so; null where it is not in this browser. */
  readonly idOf: (id: string) => string | null;
  /** Descriptions of models that cannot be taken. */
  readonly refused: readonly RefusedField[];
}

/** Finds the models that an address names by the hash that it gives, or by their ids. */
export function heldModels(entries: readonly QueryEntry[]): HeldModels {
  const { named, refused } = readNamedModels(entries);
  return {
    refused,
    idOf: (id) => {
      const sha = named.find((model) => model.id === id)?.sha ?? null;
      const found = sha === null ? null : library().models.find(({ hash }) => hasStart(hash, sha));
      if (sha !== null) return found?.id ?? null;
      return listedModelIds(modelList.getState()).includes(id) ? id : null;
    },
  };
}

/** The fields that name models by their content, for those that do not come with the lab. */
export function heldModelEntries(ids: readonly string[]): QueryEntry[] {
  return namedModelEntries(ids.map(specModel), knownHashes());
}

/** What is said of a model that a link names and this browser does not have. */
export function modelAbsent(id: string): string {
  return `the model “${id.slice(0, 60)}” is not in this browser; open it in Models, then open the link again`;
}
