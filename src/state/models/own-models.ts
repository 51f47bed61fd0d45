import type { ModelData, ModelOutput } from '../../protocol/model-files.ts';
import type { ModelInspection } from '../../protocol/model-inspection.ts';
import type { Preprocess } from '../../protocol/spec.ts';
import { openDatabase } from '../storage/database.ts';
import { stored } from '../storage/stored.ts';

/** Where the names of a model's classes come from. */
export interface ModelLabels {
  readonly source: 'indices' | 'imagenet' | 'roadside' | 'file';
  /** The file, where it is one. */
  readonly path: string | null;
  /** In the order of the outputs; empty where classes are indices. */
  readonly names: readonly string[];
}

/** A model that a person has opened, without its weights. */
export interface OwnModelFacts {
  /** Name in a spec. */
  readonly id: string;
  /** For a person; can be changed. */
  readonly name: string;
  /** When it was opened, in milliseconds since 1970. */
  readonly added: number;
  /** Chooses its colour and marker for as long as it is kept. */
  readonly slot: number;
  /** The file or the address that it was opened from; a spec names it by this. */
  readonly path: string;
  /** Licence and address of a catalogue entry; null for other models. */
  readonly catalogue: string | null;
  /** The network whose weights a .safetensors file holds; null for other formats. */
  readonly architecture: string | null;
  readonly inspection: ModelInspection;
  readonly preprocess: Preprocess;
  readonly output: ModelOutput;
  readonly labels: ModelLabels;
  /** Unchanged images of the last experiment that it took part in; zeros before the first. */
  readonly test: { readonly images: number; readonly correct: number };
}

/** A model that a person has opened, as it is kept between visits. */
export interface OwnModel extends OwnModelFacts {
  /** Text of model.json; null for formats of one file. */
  readonly topology: string | null;
  /** Stays on the disk until it is read. */
  readonly weights: Blob;
}

/**
 * Keeps a model until it is deleted; one of the same id is replaced.
 * @throws LabError `storage` where the browser's storage is full or blocked
 */
export function keepOwnModel(model: OwnModel): Promise<void> {
  return stored(model.name, 'kept', async () => {
    await (await openDatabase()).put('ownModels', model);
  });
}

/**
 * The models that a person has opened, oldest first.
 * @throws LabError `storage` where the browser's storage is blocked
 */
export function ownModels(): Promise<OwnModel[]> {
  return stored('Your models', 'read', async () => {
    const models = await (await openDatabase()).getAll('ownModels');
    return models.sort((a, b) => a.added - b.added);
  });
}

/**
 * A kept model, or null where it has been deleted.
 * @throws LabError `storage` where the browser's storage is blocked
 */
export function ownModel(id: string): Promise<OwnModel | null> {
  return stored(
    id,
    'read',
    async () => (await (await openDatabase()).get('ownModels', id)) ?? null,
  );
}

/** @throws LabError `storage` where the browser's storage is blocked */
export function deleteOwnModel(id: string): Promise<void> {
  return stored(id, 'deleted', async () => {
    await (await openDatabase()).delete('ownModels', id);
  });
}

/** The files of a kept model, with its weights in memory. */
export async function ownModelData(model: OwnModel): Promise<ModelData> {
  const weights = await model.weights.arrayBuffer();
  const { topology, architecture } = model;
  if (topology !== null) return { format: 'tfjs', topology, weights };
  if (architecture !== null) return { format: 'safetensors', architecture, weights };
  return { format: 'onnx', weights };
}
