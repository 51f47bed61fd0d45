import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { deleteDB, openDB } from 'idb';
import { imagesCsv } from '../../src/run/export/images-csv.ts';
import { archivedRuns, readArchived } from '../../src/state/archive/archive.ts';
import { changeRun, deleteKeptRun, keepRun, keptRuns } from '../../src/state/archive/kept-runs.ts';
import { asErrorData } from '../../src/state/as-error-data.ts';
import { claimRun } from '../../src/state/archive/run-lock.ts';
import { openDatabase } from '../../src/state/storage/database.ts';
import {
  constructedContent,
  constructedRecord,
  constructedRun,
} from '../support/constructed-run.ts';
import { clearStorage, limitStorage } from './storage.ts';

beforeAll(clearStorage);
afterAll(clearStorage);
beforeEach(async () => {
  for (const { id } of await keptRuns()) await deleteKeptRun(id);
});

async function csvOf(id: string): Promise<string> {
  const content = await readArchived(id);
  if (content.kind !== 'sweep' || content.record === null) throw new Error('no record is kept');
  return [...imagesCsv(content.record)].join('');
}

describe('the archive of runs', () => {
  test('keeps what it had where the storage is full, and says what to do', async () => {
    await keepRun(constructedRun(), constructedContent());
    const large = (id: string) =>
      keepRun(constructedRun({ id, share: 1 }), constructedContent(100_000));
    await limitStorage(3_000_000);
    try {
      // Chromium remembers for some seconds how much room it found.
      await expect
        .poll(() => large('other').then(() => 'kept', asErrorData), { timeout: 120_000 })
        .toMatchObject({ kind: 'storage' });
      await expect(large('one')).rejects.toMatchObject({
        kind: 'storage',
        message: expect.stringMatching(/^count could not be kept: .* is full\. Delete runs/),
      });
    } finally {
      await limitStorage(null);
    }
    expect(await csvOf('one')).toBe([...imagesCsv(constructedRecord())].join(''));
    const one = (await archivedRuns()).find(({ id }) => id === 'one');
    expect(one).toMatchObject({ share: 0.5 });
  });

  test('keeps every classification of a run', async () => {
    await keepRun(constructedRun(), constructedContent());
    expect(await csvOf('one')).toBe([...imagesCsv(constructedRecord())].join(''));
  });

  test('keeps runs of many megabytes, and what they weigh', async () => {
    await keepRun(constructedRun(), constructedContent(100_000));
    const content = await readArchived('one');
    const record = content.kind === 'sweep' ? content.record : null;
    const { changed, absDelta } = constructedRecord(100_000).predictions.data;
    const last = record?.predictions.data;
    expect(last?.changed[1]?.[6]?.every((label, at) => label === changed[1]?.[6]?.[at])).toBe(true);
    expect(last?.absDelta[1]?.[6]?.length).toBe(absDelta[1]?.[6]?.length);
    const [run] = await archivedRuns();
    expect(run?.bytes).toBeGreaterThan(8_000_000);
  });

  test('lists the newest first', async () => {
    await keepRun(constructedRun({ id: 'old', created: 1 }), constructedContent());
    await keepRun(constructedRun({ id: 'new', created: 2 }), constructedContent());
    expect((await archivedRuns()).map(({ id }) => id)).toEqual(['new', 'old']);
  });

  test('calls a run interrupted that no tab works on any more', async () => {
    const release = await claimRun('mine');
    await keepRun(constructedRun({ id: 'mine', state: 'running' }), constructedContent());
    await keepRun(constructedRun({ id: 'lost', state: 'running' }), constructedContent());
    const states = async () =>
      Object.fromEntries((await archivedRuns()).map(({ id, state }) => [id, state]));
    expect(await states()).toEqual({ mine: 'running', lost: 'interrupted' });
    release?.();
    await navigator.locks.request('pixelproof-run-mine', () => undefined);
    expect(await states()).toEqual({ mine: 'interrupted', lost: 'interrupted' });
  });

  test('gives a run to one claim at a time', async () => {
    const release = await claimRun('one');
    expect(await claimRun('one')).toBeNull();
    release?.();
    await navigator.locks.request('pixelproof-run-one', () => undefined);
    const again = await claimRun('one');
    expect(again).not.toBeNull();
    again?.();
  });

  test('leaves the older checkpoint intact where the page ends in the middle of a newer one', async () => {
    await keepRun(constructedRun(), constructedContent());
    const before = await csvOf('one');
    const change = (await openDatabase()).transaction(['runs', 'runParts'], 'readwrite');
    await change.objectStore('runParts').delete(IDBKeyRange.bound(['one', 0], ['one', 9]));
    change.abort();
    await change.done.catch(() => undefined);
    // What the lab itself writes, cut off by data that cannot be kept.
    const uncloneable = { frame: { act: () => 1 }, bytes: new Uint8Array(8) };
    await expect(
      changeRun('one', 'count', (run) => run && { ...run, share: 0.9 }, uncloneable),
    ).rejects.toMatchObject({ kind: 'storage' });
    expect(await csvOf('one')).toBe(before);
    expect(await archivedRuns()).toMatchObject([{ share: 0.5 }]);
  });

  test('takes over runs that an older lab has kept', async () => {
    const { bytes: _bytes, error: _error, ...facts } = constructedRun({ name: 'from before' });
    const database = await openDB('pixelproof');
    await database.put('runs', { ...facts, version: 1 });
    database.close();
    expect(await archivedRuns()).toEqual([constructedRun({ name: 'from before' })]);
  });

  test('names a run that a newer lab has kept', async () => {
    const database = await openDB('pixelproof');
    await database.put('runs', { ...constructedRun({ name: 'of the future' }), version: 99 });
    await expect(archivedRuns()).rejects.toMatchObject({
      message: expect.stringMatching(/^The run "of the future" was kept by a newer version/),
    });
    await database.delete('runs', 'one');
    database.close();
  });

  test('comes into a database of the version before with everything that is there', async () => {
    await deleteDB('pixelproof');
    const before = await openDB('pixelproof', 2, {
      upgrade: (db) => {
        db.createObjectStore('models', { keyPath: 'facts.id' });
        db.createObjectStore('ownModels', { keyPath: 'id' });
        db.createObjectStore('imageSets', { keyPath: 'name' });
        db.createObjectStore('images', { keyPath: 'id' }).createIndex('set', 'set');
        db.createObjectStore('thumbnails', { keyPath: 'id' }).createIndex('set', 'set');
      },
    });
    await before.put('imageSets', { name: 'signs', source: 'folder', added: 1, images: [] });
    before.close();
    await keepRun(constructedRun(), constructedContent());
    expect(await archivedRuns()).toHaveLength(1);
    expect(await (await openDatabase()).getAllKeys('imageSets')).toEqual(['signs']);
    await (await openDatabase()).delete('imageSets', 'signs');
  });
});
