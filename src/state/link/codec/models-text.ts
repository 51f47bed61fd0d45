import { specModelId } from '../../../protocol/model-id.ts';
import { bundledModelIds } from '../../../run/bundled-models.ts';
import type { SpecModel } from '../../models/spec-model.ts';
import { listText, type FieldText } from './field-texts.ts';
import type { Hashes } from './hash-start.ts';
import { LinkFault } from './link-fault.ts';
import { refusal, type RefusedField } from './link-fields.ts';
import { readNamedModel, writeNamedModel, type NamedModel } from './named-model.ts';
import type { QueryEntry } from './query.ts';

/** The field that describes a model that does not come with the lab; given once for each. */
export const OWN = 'own';

/** As many as a spec may have. */
const MOST_MODELS = 32;

export interface NamedModels {
  readonly named: readonly NamedModel[];
  readonly refused: readonly RefusedField[];
}

/** The models that a link describes. */
export function readNamedModels(entries: readonly QueryEntry[]): NamedModels {
  const named: NamedModel[] = [];
  const refused: RefusedField[] = [];
  for (const [, text] of entries.filter(([key]) => key === OWN)) {
    try {
      if (named.length === MOST_MODELS) throw new LinkFault(`at most ${MOST_MODELS} are read`);
      const model = readNamedModel(text);
      if (named.some(({ id }) => id === model.id) || bundledModelIds.includes(model.id)) {
        throw new LinkFault(`there is another model ${model.id}`);
      }
      named.push(model);
    } catch (error) {
      if (!(error instanceof LinkFault)) throw error;
      refused.push(refusal(OWN, text, error.message));
    }
  }
  return { named, refused };
}

/** A model by its id: a bundled one, or one that the link describes. */
export function modelText(named: readonly NamedModel[]): FieldText<SpecModel> {
  return {
    read: (id) => {
      const found = named.find((model) => model.id === id);
      if (found !== undefined) return found.model;
      if (bundledModelIds.includes(id)) return id;
      const shown = id.length > 24 ? `${id.slice(0, 24)}…` : id;
      throw new LinkFault(
        `“${shown}” is neither one of ${bundledModelIds.join(', ')} nor described by a field ${OWN}`,
      );
    },
    write: specModelId,
  };
}

export function modelsText(named: readonly NamedModel[]): FieldText<SpecModel[]> {
  return listText(modelText(named));
}

/** The fields that describe those of some models that do not come with the lab. */
export function namedModelEntries(models: readonly SpecModel[], { ofModel }: Hashes): QueryEntry[] {
  return models.flatMap((model): QueryEntry[] => {
    const id = specModelId(model);
    return bundledModelIds.includes(id) ? [] : [[OWN, writeNamedModel(id, model, ofModel(id))]];
  });
}
