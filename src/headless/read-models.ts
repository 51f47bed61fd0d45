import type { ClassLabels } from '../images/files/class-labels.ts';
import { LabError } from '../protocol/lab-error.ts';
import type { Spec } from '../protocol/spec.ts';
import { readBundledModel } from './read-bundled-model.ts';
import type { ReadModel } from './read-model.ts';
import { readOwnModel } from './read-own-model.ts';

/**
 * Reads the models of a spec: bundled ones by id, others by their paths.
 * @param folder - paths are relative to it
 * @throws LabError naming the field
 */
export async function readModels(models: Spec['models'], folder: string): Promise<ReadModel[]> {
  const read: ReadModel[] = [];
  for (const [index, model] of models.entries()) {
    const field = `models[${index}]`;
    read.push(
      typeof model === 'string'
        ? await readBundledModel(model, field)
        : await readOwnModel(model, folder, field),
    );
  }
  return read;
}

/**
 * The classes that the models share; without names where none names its classes, and with the
 * WordNet ids of whichever model knows them.
 * @throws LabError `spec-invalid` where two models name their classes differently
 */
export function sharedClasses(models: readonly ReadModel[]): ClassLabels {
  const [first, ...rest] = models.flatMap(({ files, labels }) =>
    labels === undefined ? [] : [{ id: files.id, ...labels }],
  );
  const names = first?.names ?? [];
  for (const other of rest) {
    const length = Math.max(names.length, other.names.length);
    const at = Array.from({ length }).findIndex((_, index) => names[index] !== other.names[index]);
    if (at < 0) continue;
    const quote = (name: string | undefined): string =>
      name === undefined ? 'nothing' : `"${name}"`;
    throw new LabError(
      'spec-invalid',
      `models: ${first?.id} and ${other.id} name their classes differently ` +
        `(class ${at}: ${quote(names[at])} and ${quote(other.names[at])}); models of one run need the same classes`,
      'models',
    );
  }
  const wordnetIds = names.map(
    (_, index) => models.find(({ labels }) => labels?.wordnetIds[index])?.labels?.wordnetIds[index],
  );
  return { names, wordnetIds: wordnetIds.map((id) => id ?? null) };
}
