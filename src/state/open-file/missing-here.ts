import { LabError } from '../../protocol/lab-error.ts';
import type { LoadedModel } from '../../protocol/model-files.ts';
import { specModelId } from '../../protocol/model-id.ts';
import type { Spec } from '../../protocol/spec.ts';
import { checkAttack } from '../../run/attack/attack-plan.ts';
import { checkCellsFit, checkSize } from '../../run/check-spec.ts';

/** What a page can run. */
export interface PageOffer {
  /** Ids of the bundled models. */
  readonly models: readonly string[];
  /** Input sizes of those whose cards have been read. */
  readonly sizes: readonly Pick<LoadedModel, 'id' | 'inputSize'>[];
}

function missingModels(spec: Spec, offer: PageOffer): string | null {
  const foreign = spec.models.flatMap((model, index) => {
    const id = specModelId(model);
    if (typeof model !== 'string') return [`models[${index}]: ${id} is the file ${model.path}`];
    return offer.models.includes(id) ? [] : [`models[${index}]: there is no bundled model ${id}`];
  });
  if (foreign.length === 0) return null;
  return `${foreign.join('; ')}; this page has ${offer.models.join(', ')}`;
}

/**
 * What an experiment needs and this page does not have.
 * @returns one line that starts with the field; null if it can run here
 */
export function missingHere(spec: Spec, offer: PageOffer): string | null {
  const models = missingModels(spec, offer);
  if (models !== null) return models;
  const { images } = spec;
  if (images.source !== 'roadside') {
    const kind = images.source === 'folder' ? 'the folder' : 'the list';
    return `images: they are in ${kind} ${images.path}, and this page has Roadside only`;
  }
  if (spec.repair !== undefined) return 'repair: this page does not repair models from a file';
  try {
    const named = offer.sizes.filter(({ id }) => spec.models.includes(id));
    checkCellsFit(spec, named);
    checkSize(spec, images.count);
    if (spec.attack !== undefined) checkAttack(spec);
    return null;
  } catch (error) {
    if (error instanceof LabError) return error.message;
    throw error;
  }
}
