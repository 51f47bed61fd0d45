import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LabError } from '../protocol/lab-error.ts';
import { modelCardSchema } from '../protocol/model-card.ts';
import { modelHash } from '../protocol/model-hash.ts';
import { modelData } from '../workers/model-files/model-data.ts';
import { findModelPlace } from './model-place.ts';
import type { ReadModel } from './read-model.ts';
import { readText } from './read-input.ts';

const BUNDLED = fileURLToPath(new URL('../../public/models', import.meta.url));

async function bundledIds(): Promise<string[]> {
  const entries = await readdir(BUNDLED, { withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

/**
 * Reads a model that comes with the lab.
 * @throws LabError naming the field
 */
export async function readBundledModel(id: string, field: string): Promise<ReadModel> {
  const known = await bundledIds();
  if (!known.includes(id)) {
    throw new LabError(
      'model-missing',
      `${field}: no bundled model is called "${id}" (there are ${known.join(', ') || 'none'}); ` +
        'write { "path": … } for one of your own',
      field,
    );
  }
  const card = join(BUNDLED, id, 'card.json');
  const parsed = modelCardSchema.safeParse(
    JSON.parse(await readText(card, field, 'model-missing')),
  );
  if (!parsed.success) {
    throw new LabError('model-corrupt', `${field}: ${card}: not a model card`, field);
  }
  const { preprocess, classes } = parsed.data;
  const { found, files } = await findModelPlace(join(BUNDLED, id), field);
  const data = await modelData(found, files);
  return {
    files: { id, data, preprocess, classes: classes.length },
    hash: modelHash(data),
    labels: { names: classes, wordnetIds: classes.map(() => null) },
  };
}
