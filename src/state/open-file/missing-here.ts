import { LabError } from '../../protocol/lab-error.ts';
import type { LoadedModel } from '../../protocol/model-files.ts';
import { specModelId } from '../../protocol/model-id.ts';
import type { ImagesSpec, Spec } from '../../protocol/spec.ts';
import { checkAttack } from '../../run/attack/attack-plan.ts';
import { checkCellsFit, checkSize } from '../../run/check-spec.ts';

/** What a page can run. */
export interface PageOffer {
  /** Ids of the listed models. */
  readonly models: readonly string[];
  /** Names of the image sets that are kept here. */
  readonly imageSets: readonly string[];
  /** Input sizes of those whose cards have been read. */
  readonly sizes: readonly Pick<LoadedModel, 'id' | 'inputSize'>[];
}

function missingModels(spec: Spec, offer: PageOffer): string | null {
  const foreign = spec.models.flatMap((model, index) => {
    const id = specModelId(model);
    if (offer.models.includes(id)) return [];
    return typeof model === 'string'
      ? [`models[${index}]: there is no model ${id}`]
      : [
          `models[${index}]: ${id} is the file ${model.path}, which has to be opened in Models first`,
        ];
  });
  if (foreign.length === 0) return null;
  return `${foreign.join('; ')}; this page has ${offer.models.join(', ')}`;
}

const kinds = { folder: 'the folder', zip: 'the archive', csv: 'the list' } as const;

/**
 * What is to be done where images of a spec are not kept here; null where they are.
 * @param field of the spec that names them
 */
export function missingSet(
  field: string,
  images: ImagesSpec,
  { imageSets }: Pick<PageOffer, 'imageSets'>,
): string | null {
  if (images.source === 'roadside' || imageSets.includes(images.path)) return null;
  return `${field}: they are in ${kinds[images.source]} ${images.path}, which has to be added in Images first`;
}

/**
 * What an experiment needs and this page does not have.
 * @returns one line that starts with the field; null if it can run here
 */
export function missingHere(spec: Spec, offer: PageOffer): string | null {
  const models = missingModels(spec, offer);
  if (models !== null) return models;
  const { images } = spec;
  const set = missingSet('images', images, offer);
  if (set !== null) return set;
  if (spec.repair !== undefined) return 'repair: this page does not repair models from a file';
  try {
    const named = offer.sizes.filter(({ id }) =>
      spec.models.some((model) => specModelId(model) === id),
    );
    checkCellsFit(spec, named);
    checkSize(spec, images.count ?? 0);
    if (spec.attack !== undefined) checkAttack(spec);
    return null;
  } catch (error) {
    if (error instanceof LabError) return error.message;
    throw error;
  }
}
