import { parseClassLabels } from '../../images/files/parse-labels.ts';
import type { ClassLabels } from '../../images/files/class-labels.ts';
import { LabError } from '../../protocol/lab-error.ts';
import { preprocessSchema, type Preprocess } from '../../protocol/spec.ts';
import type { ModelFile } from './model-file.ts';

const labelNames =
  /(^|\/)(labels?|classes|class[-_]names|synset|imagenet[-_]classes)\.(txt|json|csv)$/i;

const textOf = async (file: ModelFile): Promise<string> =>
  new TextDecoder().decode(await file.bytes());

/** The class names that came with a model; null where none did. */
export async function labelsBeside(
  files: readonly ModelFile[],
): Promise<({ readonly path: string } & ClassLabels) | null> {
  const file = files.find(({ path }) => labelNames.test(path));
  if (file === undefined) return null;
  const path = file.path.split('/').at(-1) ?? file.path;
  return { path, ...parseClassLabels(await textOf(file), path) };
}

/**
 * The preprocessing that came with a model, as the lab's own downloads have it; null where none did.
 * @throws LabError `model-corrupt` where it is not preprocessing
 */
export async function preprocessBeside(files: readonly ModelFile[]): Promise<Preprocess | null> {
  const file = files.find(({ path }) => /(^|\/)preprocess\.json$/i.test(path));
  if (file === undefined) return null;
  try {
    return preprocessSchema.parse(JSON.parse(await textOf(file)));
  } catch {
    throw new LabError(
      'model-corrupt',
      `${file.path} does not hold the preprocessing of a model; leave it out to set it by hand.`,
      file.path,
    );
  }
}
