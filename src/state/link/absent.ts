import { specModelId } from '../../protocol/model-id.ts';
import type { Spec } from '../../protocol/spec.ts';
import { isHere, type Library } from './library.ts';
import type { Wanted, WantedImages, WantedModel } from './link-store.ts';

/** What an experiment names that this browser does not have, with what a link says of it. */
export function absentFrom(spec: Spec, { models, images }: Wanted, here: Library): Wanted {
  const absentModels = spec.models.flatMap((model): WantedModel[] => {
    const id = specModelId(model);
    if (isHere(id, here)) return [];
    const path = typeof model === 'string' ? null : model.path;
    return [models.find((each) => each.id === id) ?? { id, sha: null, path }];
  });
  const { repair } = spec;
  const absentImages = [spec.images, repair?.train, repair?.validation].flatMap(
    (each): WantedImages[] => {
      if (each === undefined || each.source === 'roadside') return [];
      const { path: name, source } = each;
      if (here.sets.some((set) => set.name === name)) return [];
      return [images.find((other) => other.name === name) ?? { name, sha: null, source }];
    },
  );
  return { models: absentModels, images: absentImages };
}

export function isNothing({ models, images }: Wanted): boolean {
  return models.length === 0 && images.length === 0;
}

/** Why an experiment cannot run here; null where everything that it names is here. */
export function absentProblem({
  models: [model],
  images: [set],
}: Wanted): { readonly part: 'models' | 'images'; readonly message: string } | null {
  if (model !== undefined) {
    const message = `The model ${model.id} is not in this browser. Open it in Models, or take it out.`;
    return { part: 'models', message };
  }
  if (set === undefined) return null;
  const message = `The image set ${set.name} is not in this browser. Add it in Images, or choose other images.`;
  return { part: 'images', message };
}
