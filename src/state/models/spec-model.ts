import type { ModelOutput } from '../../protocol/model-files.ts';
import type { Spec } from '../../protocol/spec.ts';
import { listedModelIds, ownModelFacts } from './model-list.ts';
import type { OwnModelFacts } from './own-model.ts';

export type SpecModel = Spec['models'][number];

function labelsField({ labels }: OwnModelFacts): string | undefined {
  if (labels.source === 'imagenet') return 'imagenet';
  return labels.path ?? undefined;
}

/** How the answers are read: as a person says, else as was found out where the files do not say. */
function outputField({ output, inspection }: OwnModelFacts): ModelOutput {
  if (output !== 'auto' || inspection.outputKnownBy !== 'answers') return output;
  return inspection.output === 'probabilities' ? 'probabilities' : 'auto';
}

/** A person's model as a spec names it: with the file it was opened from, so that the command finds it. */
export function ownSpecModel(model: OwnModelFacts): Exclude<SpecModel, string> {
  const { id, path, architecture, preprocess } = model;
  const labels = labelsField(model);
  const output = outputField(model);
  return {
    id,
    path,
    ...(labels !== undefined && { labels }),
    ...(architecture !== null && { architecture }),
    ...(output !== 'auto' && { output }),
    preprocess,
  };
}

/** A listed model as a spec names it. */
export function specModel(id: string): SpecModel {
  const own = ownModelFacts(id);
  return own === null ? id : ownSpecModel(own);
}

/** All models that can be chosen, as a spec names them. */
export function listedSpecModels(list: Parameters<typeof listedModelIds>[0]): SpecModel[] {
  return listedModelIds(list).map(specModel);
}
