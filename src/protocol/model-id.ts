import type { Spec } from './spec.ts';

/** The id of a model in a spec: its own, the bundled name, or the stem of the file it is read from. */
export function specModelId(model: Spec['models'][number]): string {
  if (typeof model === 'string') return model;
  if (model.id !== undefined) return model.id;
  const file = model.path.split(/[\\/]/).findLast((part) => part !== '') ?? model.path;
  return file.replace(/(?<=.)\.[^.]*$/, '');
}
