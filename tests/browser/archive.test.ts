import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { deleteDB, openDB } from 'idb';
import { imagesCsv } from '../../src/run/export/images-csv.ts';
import { archivedRuns, readArchived } from '../../src/state/archive/archive.ts';
import { keptContent } from '../../src/state/archive/kept-findings.ts';
import {
  changeFindings,
  deleteKeptRun,
  keepRun,
  keptRuns,
} from '../../src/state/archive/kept-runs.ts';
import { layOut } from '../../src/state/archive/pack/pack.ts';
import {
  bringRunsBack,
  deleteRuns,
  forgetDeleted,
  openArchive,
} from '../../src/state/archive/edit-runs.ts';
import { keptRecord } from '../../src/state/archive/kept-record.ts';
import { asErrorData } from '../../src/state/as-error-data.ts';
import { claimRun } from '../../src/state/archive/run-lock.ts';
import { emptyBin } from '../../src/state/storage/bin.ts';
import { openDatabase } from '../../src/state/storage/database.ts';
import {
  constructedContent,
  constructedRecord,
  constructedRun,
} from '../support/constructed-run.ts';
import { firstDifference } from '../support/first-difference.ts';
import { packedFirst } from '../support/first-layout.ts';
import { clearStorage, limitStorage } from './storage.ts';

beforeAll(clearStorage);
afterAll(clearStorage);
beforeEach(async () => {
  for (const { id } of await keptRuns()) await deleteKeptRun(id);
});

const ran = { start: '2026-11-22T10:00:00.000Z', seconds: 3, backends: ['wasm'], lanes: 2 };

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

  test('writes the blocks that have changed since the last checkpoint alone', async () => {
    const record = constructedRecord(50_000);
    const findings = () => layOut({ ...constructedContent(1), record: keptRecord(record, ran) });
    const run = () => constructedRun();
    const first = await changeFindings('one', 'count', run, findings());
    const again = await changeFindings('one', 'count', run, findings(), first);
    expect(again.hashes).toEqual(first.hashes);
    record.predictions.clean(1).fill(3, 37_000, 37_010);
    const database = await openDB('pixelproof');
    // What must not be written again is marked here, and read back.
    await database.put('runParts', new Uint8Array(database.version), ['one', 1]);
    const last = await changeFindings('one', 'count', run, findings(), again);
    const changed = last.hashes.filter((hash, at) => hash !== again.hashes[at]);
    expect(changed).toHaveLength(1);
    expect(await database.get('runParts', ['one', 1])).toHaveLength(database.version);
    // Whoever does not know what is there writes all of it.
    await changeFindings('one', 'count', run, findings(), { ...last, stamp: 'of another tab' });
    database.close();
    const kept = await readArchived('one');
    if (kept.kind !== 'sweep' || kept.record === null) throw new Error('no record is kept');
    expect(firstDifference(kept.record.predictions.data, record.predictions.data)).toBeNull();
  });

  test('brings deleted runs back until others are deleted, and makes room of them', async () => {
    await keepRun(constructedRun(), constructedContent());
    await keepRun(constructedRun({ id: 'two' }), constructedContent());
    const ids = async () => (await archivedRuns()).map(({ id }) => id).toSorted();
    await deleteRuns(['one']);
    expect(await ids()).toEqual(['two']);
    // As another visit would.
    await openArchive();
    await bringRunsBack();
    expect(await ids()).toEqual(['one', 'two']);
    expect(await csvOf('one')).toBe([...imagesCsv(constructedRecord())].join(''));
    await deleteRuns(['one']);
    await deleteRuns(['two']);
    await bringRunsBack();
    expect(await ids()).toEqual(['two']);
    expect((await keptRuns()).map(({ id }) => id)).toEqual(['two']);
    await deleteRuns(['two']);
    await emptyBin(Date.now() - 60_000);
    expect(await keptRuns()).toHaveLength(1);
    await forgetDeleted();
    expect(await keptRuns()).toEqual([]);
    expect(await keptContent('two')).toBeNull();
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
    const laid = layOut(constructedContent(50));
    const uncloneable = { ...laid, frame: { ...laid.frame, data: { act: () => 1 } } };
    await expect(
      changeFindings('one', 'count', () => constructedRun({ share: 0.9 }), uncloneable),
    ).rejects.toMatchObject({ kind: 'storage' });
    expect(await csvOf('one')).toBe(before);
    expect(await archivedRuns()).toMatchObject([{ share: 0.5 }]);
  });

  test('takes over runs that an older lab has kept', async () => {
    const {
      bytes: _bytes,
      error: _error,
      deleted: _deleted,
      ...facts
    } = constructedRun({ name: 'from before' });
    const { frame, bytes } = packedFirst(constructedContent(60_000));
    const database = await openDB('pixelproof');
    await database.put('runs', { ...facts, version: 1 });
    await database.put('runParts', { frame, bytes: bytes.length }, ['one', 0]);
    for (let at = 0; at < bytes.length; at += 4_000_000) {
      await database.put('runParts', bytes.slice(at, at + 4_000_000), ['one', 1 + at / 4_000_000]);
    }
    database.close();
    expect(await archivedRuns()).toEqual([constructedRun({ name: 'from before' })]);
    expect(firstDifference(await keptContent('one'), constructedContent(60_000))).toBeNull();
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
