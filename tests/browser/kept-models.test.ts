import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { unzipSync } from 'fflate';
import { deleteDB, openDB } from 'idb';
import { preprocessSchema } from '../../src/protocol/spec.ts';
import type { RepairedModel } from '../../src/run/repair/repair-types.ts';
import { deleteKeptModel, keptModel, keptModels } from '../../src/state/models/kept-models.ts';
import { listedModelIds, modelList } from '../../src/state/models/model-list.ts';
import { bringBack, deleteRepaired, exportKeptModel } from '../../src/state/repair/kept-repairs.ts';
import { keepRepaired, listKeptModels } from '../../src/state/repair/keep-repaired.ts';
import { paperRepair } from '../../src/state/repair/repair-draft.ts';
import { clearStorage, limitStorage } from './storage.ts';

const classNames = ['stop', 'yield'];
const preprocess = preprocessSchema.parse({});

function repaired(count: number, bytes = 12): RepairedModel {
  const id = `resnet-repaired-${count}`;
  const weights = new Uint8Array(bytes).fill(count).buffer;
  return {
    id,
    count,
    files: {
      id,
      data: { format: 'tfjs', topology: '{"format":"layers-model"}', weights },
      preprocess,
      classes: 2,
    },
    hash: String(count).repeat(64),
    epoch: 3,
  };
}

const result = {
  spec: paperRepair('resnet'),
  original: {
    id: 'resnet',
    inputSize: [64, 64, 3] as [number, number, number],
    classes: [0, 1],
    parameters: 3,
    hash: 'a'.repeat(64),
    linearHead: true,
  },
  heldOut: null,
};

const keep = (models: readonly RepairedModel[], made: number) =>
  keepRepaired(models, result, { made, classNames });

async function forgetAll(): Promise<void> {
  for (const { facts } of await keptModels()) await deleteKeptModel(facts.id);
  modelList.setState({ repaired: [], error: null });
}

beforeAll(clearStorage);
afterAll(clearStorage);
beforeEach(forgetAll);
afterEach(forgetAll);

describe('repaired models in the browser’s storage', () => {
  // The first one: Chromium remembers for some seconds how much room it found.
  test('that do not fit are told, and fit once there is room', async () => {
    const large = repaired(8, 4_000_000);
    await limitStorage(50_000);
    try {
      const { models, error } = await keep([large], 2000);
      expect(models).toEqual([{ id: 'resnet-repaired-8', count: 8, keptAs: null }]);
      expect(error?.kind).toBe('storage');
      expect(error?.message).toMatch(/^ResNet repaired at 8 could not be kept: .* is full\./);
      expect(modelList.getState().repaired).toEqual([]);
    } finally {
      await limitStorage(null);
    }
    expect(await keep([large], 3000)).toMatchObject({ error: null });
    expect(await keptModels()).toHaveLength(1);
  });

  test('are kept with their weights and listed, oldest first', async () => {
    await keep([repaired(8), repaired(4)], 2000);
    const { models, error } = await keep([repaired(16)], 1000);
    expect(error).toBeNull();
    expect(models).toEqual([{ id: 'resnet-repaired-16', count: 16, keptAs: 'resnet-repaired-16' }]);

    const kept = await keptModels();
    expect(kept.map(({ name }) => name)).toEqual([
      'ResNet repaired at 16',
      'ResNet repaired at 4',
      'ResNet repaired at 8',
    ]);
    const [first] = kept;
    expect(first).toMatchObject({ from: 'resnet', made: 1000, classNames });
    expect(new Uint8Array(first?.files.data.weights ?? new ArrayBuffer())).toEqual(
      new Uint8Array(12).fill(16),
    );
    expect(new Set(kept.map(({ slot }) => slot)).size).toBe(3);
  });

  test('are in the list of models again after a visit', async () => {
    await keep([repaired(4)], 1000);
    modelList.setState({ repaired: [] });
    await listKeptModels();
    await listKeptModels();
    expect(listedModelIds(modelList.getState()).slice(-1)).toEqual(['resnet-repaired-4']);
    expect(modelList.getState().repaired).toHaveLength(1);
  });

  test('get a number where the name is taken', async () => {
    await keep([repaired(4)], 1000);
    await keep([repaired(4)], 2000);
    expect((await keptModels()).map(({ facts, name }) => [facts.id, name])).toEqual([
      ['resnet-repaired-4', 'ResNet repaired at 4'],
      ['resnet-repaired-4.2', 'ResNet repaired at 4 (2)'],
    ]);
  });

  test('are deleted, and brought back as they were', async () => {
    await keep([repaired(4)], 1000);
    const before = await keptModel('resnet-repaired-4');
    await deleteRepaired('resnet-repaired-4');
    expect(await keptModel('resnet-repaired-4')).toBeNull();
    expect(modelList.getState().repaired).toEqual([]);
    await bringBack();
    expect(await keptModel('resnet-repaired-4')).toEqual(before);
    expect(modelList.getState().repaired).toHaveLength(1);
  });

  test('are handed out as the files of a TensorFlow.js model', async () => {
    await keep([repaired(4)], 1000);
    const zip = await exportKeptModel('resnet-repaired-4');
    const files = unzipSync(new Uint8Array(await (zip ?? new Blob()).arrayBuffer()));
    const weights = files['resnet-repaired-4/weights.bin'];
    expect([...(weights ?? [])]).toEqual(Array.from({ length: 12 }, () => 4));
    expect(new TextDecoder().decode(files['resnet-repaired-4/labels.txt'])).toBe('stop\nyield\n');
  });

  test('that are gone are named where they are asked for', async () => {
    expect(await exportKeptModel('resnet-repaired-4')).toBeNull();
    expect(modelList.getState().error).toMatchObject({
      kind: 'model-missing',
      subject: 'resnet-repaired-4',
    });
  });

  test('that the first version kept are taken over with the format of their files', async () => {
    await keep([repaired(4)], 1000);
    const now = await keptModel('resnet-repaired-4');
    if (now === null) throw new Error('the model is not kept');
    const { data, ...files } = now.files;
    await deleteDB('pixelproof');
    const first = await openDB('pixelproof', 1, {
      upgrade: (db) => {
        db.createObjectStore('models', { keyPath: 'facts.id' });
      },
    });
    const { topology, weights } = data;
    await first.put('models', { ...now, files: { ...files, topology, weights } });
    first.close();
    expect(await keptModels()).toEqual([now]);
  });

  test('that a newer lab has taken over are told, and come back with it gone', async () => {
    await keep([repaired(4)], 1000);
    await new Promise<void>((resolve, reject) => {
      const newer = indexedDB.open('pixelproof', 1000);
      newer.addEventListener('error', () => reject(new Error('the newer lab did not open')));
      newer.addEventListener('success', () => {
        newer.result.close();
        resolve();
      });
    });
    await listKeptModels();
    expect(modelList.getState().error).toMatchObject({ kind: 'storage' });
    expect(modelList.getState().error?.message).toMatch(/^Repaired models could not be read: /);
    await deleteDB('pixelproof');
    expect(await keptModels()).toEqual([]);
  });
});
