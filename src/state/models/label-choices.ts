import { LabError, type LabErrorData } from '../../protocol/lab-error.ts';
import { asErrorData } from '../as-error-data.ts';
import { roadsideClasses } from '../../images/roadside/classes.ts';
import { editOwnModel } from './edit-own.ts';
import { imagenetModelLabels, noLabels } from './first-guess.ts';
import { ownModelFacts } from './model-list.ts';
import type { ModelLabels } from './own-model.ts';

const figures = new Intl.NumberFormat('en-GB');

function checkNumber(names: readonly string[], classes: number, path: string): void {
  if (names.length === classes) return;
  throw new LabError(
    'model-shape',
    `${path} names ${figures.format(names.length)} classes, and the model has ${figures.format(classes)}. The labels stay as they were.`,
    path,
  );
}

async function labelsFrom(source: Exclude<ModelLabels['source'], 'file'>): Promise<ModelLabels> {
  if (source === 'imagenet') return imagenetModelLabels();
  if (source === 'indices') return noLabels;
  const wordnetIds = roadsideClasses.map(() => null);
  return { source, path: null, names: roadsideClasses, wordnetIds };
}

async function labelsIn(file: File): Promise<ModelLabels> {
  const { parseClassLabels } = await import('../../images/files/parse-labels.ts');
  return { source: 'file', path: file.name, ...parseClassLabels(await file.text(), file.name) };
}

/**
 * Names the classes of a model by a usual set or by a file.
 * @returns why that cannot be; null where it is done
 */
export async function chooseLabels(
  id: string,
  from: Exclude<ModelLabels['source'], 'file'> | File,
): Promise<LabErrorData | null> {
  const model = ownModelFacts(id);
  if (model === null) return null;
  try {
    const labels = from instanceof File ? await labelsIn(from) : await labelsFrom(from);
    if (labels.source !== 'indices') {
      checkNumber(labels.names, model.inspection.classes, labels.path ?? 'This set');
    }
    await editOwnModel(id, { labels });
    return null;
  } catch (error) {
    return asErrorData(error);
  }
}

/** How many classes the usual sets name. */
export const imagenetClassCount = 1000;
export const roadsideClassCount: number = roadsideClasses.length;
