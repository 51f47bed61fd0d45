import { readdir, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from '../protocol/zod.ts';
import { parseClassLabels } from '../images/files/parse-labels.ts';
import { LabError } from '../protocol/lab-error.ts';
import { modelCardSchema } from '../protocol/model-card.ts';
import { modelHash } from '../protocol/model-hash.ts';
import { specModelId } from '../protocol/model-id.ts';
import { preprocessSchema, type Preprocess, type Spec } from '../protocol/spec.ts';
import type { SweepModel } from '../run/sweep-types.ts';
import { readInput, readText } from './read-input.ts';

/** A model of a spec, read. */
export interface ReadModel extends SweepModel {
  /** In the order of the outputs; undefined where its classes are indices. */
  readonly labels: readonly string[] | undefined;
}

type SpecModel = Spec['models'][number];

const BUNDLED = fileURLToPath(new URL('../../public/models', import.meta.url));

const manifestSchema = z.object({
  weightsManifest: z.array(z.object({ paths: z.array(z.string().min(1)) })).min(1),
});

async function readWeights(topology: string, path: string, field: string): Promise<ArrayBuffer> {
  let shards: string[];
  try {
    const { weightsManifest } = manifestSchema.parse(JSON.parse(topology));
    shards = weightsManifest.flatMap(({ paths }) => paths);
  } catch {
    throw new LabError(
      'model-corrupt',
      `${field}: ${path}: not the model.json of a TensorFlow.js layers model`,
      field,
    );
  }
  const parts: Uint8Array[] = [];
  for (const shard of shards) {
    parts.push(await readInput(join(dirname(path), shard), field, 'model-missing'));
  }
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    joined.set(part, offset);
    offset += part.length;
  }
  return joined.buffer;
}

async function readModelFiles(
  id: string,
  path: string,
  field: string,
  preprocess: Preprocess,
  labels: readonly string[] | undefined,
): Promise<ReadModel> {
  const topology = await readText(path, field, 'model-missing');
  const weights = await readWeights(topology, path, field);
  const data = { format: 'tfjs', topology, weights } as const;
  const classes = labels === undefined ? {} : { classes: labels.length };
  return {
    files: { id, data, preprocess, ...classes },
    hash: modelHash(data),
    labels,
  };
}

async function bundledIds(): Promise<string[]> {
  const entries = await readdir(BUNDLED, { withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

async function readBundled(id: string, field: string): Promise<ReadModel> {
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
  if (!parsed.success)
    throw new LabError('model-corrupt', `${field}: ${card}: not a model card`, field);
  const { preprocess, classes } = parsed.data;
  return readModelFiles(id, join(BUNDLED, id, 'model.json'), field, preprocess, classes);
}

/** Path of model.json, given itself or its folder. */
async function topologyPath(path: string, field: string): Promise<string> {
  if (/\.onnx$/i.test(path)) {
    throw new LabError(
      'model-unsupported',
      `${field}: ${path}: ONNX is not read yet, only TensorFlow.js layers models (model.json)`,
      field,
    );
  }
  const isFolder = await stat(path).then(
    (entry) => entry.isDirectory(),
    () => false,
  );
  return isFolder ? join(path, 'model.json') : path;
}

/** The path, if a file lies there. */
async function existingFile(path: string): Promise<string | undefined> {
  const isFile = await stat(path).then(
    (entry) => entry.isFile(),
    () => false,
  );
  return isFile ? path : undefined;
}

/** What a repaired model's folder says of its preprocessing; the defaults where it says nothing. */
async function readPreprocess(path: string | undefined, field: string): Promise<Preprocess> {
  if (path === undefined) return preprocessSchema.parse({});
  try {
    return preprocessSchema.parse(JSON.parse(await readText(path, field, 'model-missing')));
  } catch {
    throw new LabError('model-corrupt', `${field}: ${path}: not a model's preprocessing`, field);
  }
}

async function readOwn(
  model: Exclude<SpecModel, string>,
  folder: string,
  field: string,
): Promise<ReadModel> {
  const path = await topologyPath(resolve(folder, model.path), `${field}.path`);
  const beside = (name: string) => existingFile(join(dirname(path), name));
  const named = model.labels === undefined ? undefined : resolve(folder, model.labels);
  const file = named ?? (await beside('labels.txt'));
  const labels =
    file === undefined
      ? undefined
      : parseClassLabels(
          await readText(file, `${field}.labels`, 'spec-invalid'),
          model.labels ?? 'labels.txt',
        ).names;
  const preprocess =
    model.preprocess ?? (await readPreprocess(await beside('preprocess.json'), field));
  return readModelFiles(specModelId(model), path, `${field}.path`, preprocess, labels);
}

/**
 * Reads the models of a spec: bundled ones by id, others from a model.json or its folder.
 * @param folder - paths are relative to it
 * @throws LabError naming the field
 */
export async function readModels(models: Spec['models'], folder: string): Promise<ReadModel[]> {
  const read: ReadModel[] = [];
  for (const [index, model] of models.entries()) {
    const field = `models[${index}]`;
    read.push(
      typeof model === 'string'
        ? await readBundled(model, field)
        : await readOwn(model, folder, field),
    );
  }
  return read;
}

/**
 * The class names that the models share; empty where none names its classes.
 * @throws LabError `spec-invalid` where two models name their classes differently
 */
export function sharedClassNames(models: readonly ReadModel[]): readonly string[] {
  const [first, ...rest] = models.filter(({ labels }) => labels !== undefined);
  const names = first?.labels ?? [];
  for (const { files, labels = [] } of rest) {
    const length = Math.max(names.length, labels.length);
    const at = Array.from({ length }).findIndex((_, index) => names[index] !== labels[index]);
    if (at < 0) continue;
    const quote = (name: string | undefined): string =>
      name === undefined ? 'nothing' : `"${name}"`;
    throw new LabError(
      'spec-invalid',
      `models: ${first?.files.id} and ${files.id} name their classes differently ` +
        `(class ${at}: ${quote(names[at])} and ${quote(labels[at])}); models of one run need the same classes`,
      'models',
    );
  }
  return names;
}
