import { resolve } from 'node:path';
import type { ClassLabels } from '../images/files/class-labels.ts';
import { imagenetLabels } from '../images/files/imagenet-labels.ts';
import { parseClassLabels } from '../images/files/parse-labels.ts';
import { LabError } from '../protocol/lab-error.ts';
import { modelHash } from '../protocol/model-hash.ts';
import { specModelId } from '../protocol/model-id.ts';
import { preprocessSchema, type Spec } from '../protocol/spec.ts';
import { labelsBeside, preprocessBeside } from '../workers/model-files/beside-model.ts';
import { modelData } from '../workers/model-files/model-data.ts';
import type { ModelFile } from '../workers/model-files/model-file.ts';
import { findModelPlace } from './model-place.ts';
import type { ReadModel } from './read-model.ts';
import { readText } from './read-input.ts';

/** Stands for the 1000 names of the ImageNet challenges, in place of a file. */
const IMAGENET = 'imagenet';

type OwnModel = Exclude<Spec['models'][number], string>;

/** Names the field before what is said of a file. */
async function naming<T>(field: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof LabError) || error.message.startsWith(field)) throw error;
    throw new LabError(error.kind, `${field}: ${error.message}`, error.subject ?? field);
  }
}

async function readLabels(
  { labels }: OwnModel,
  folder: string,
  files: readonly ModelFile[],
  field: string,
): Promise<ClassLabels | undefined> {
  if (labels === IMAGENET) return imagenetLabels;
  if (labels === undefined) return (await labelsBeside(files)) ?? undefined;
  return parseClassLabels(
    await readText(resolve(folder, labels), `${field}.labels`, 'spec-invalid'),
    labels,
  );
}

/**
 * Reads a model from a file of any format, its folder or a zip of them. Labels and preprocessing
 * that the spec does not name are taken from the files beside it.
 * @param folder - the spec's paths are relative to it
 * @throws LabError naming the field and the file
 */
export async function readOwnModel(
  model: OwnModel,
  folder: string,
  field: string,
): Promise<ReadModel> {
  const path = `${field}.path`;
  const { found, files } = await naming(path, () =>
    findModelPlace(resolve(folder, model.path), path),
  );
  if (model.architecture !== undefined && found.kind !== 'safetensors') {
    throw new LabError(
      'spec-invalid',
      `${field}.architecture: only the weights of a .safetensors file need a network, ${model.path} holds its own`,
      `${field}.architecture`,
    );
  }
  const data = await naming(path, () => modelData(found, files, model.architecture));
  const labels = await readLabels(model, folder, files, field);
  const preprocess =
    model.preprocess ??
    (await naming(path, () => preprocessBeside(files))) ??
    preprocessSchema.parse({});
  return {
    files: {
      id: specModelId(model),
      data,
      preprocess,
      ...(model.output !== undefined && { output: model.output }),
      ...(labels !== undefined && { classes: labels.names.length }),
    },
    hash: modelHash(data),
    labels,
  };
}
