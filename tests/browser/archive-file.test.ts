import { beforeEach, describe, expect, test } from 'vitest';
import { archivedRuns } from '../../src/state/archive/archive.ts';
import {
  exportArchive,
  writeArchive,
  type FiledRun,
} from '../../src/state/archive/file/archive-file.ts';
import { importArchive, importedRuns } from '../../src/state/archive/file/import-runs.ts';
import { keptContent } from '../../src/state/archive/kept-findings.ts';
import { deleteRuns } from '../../src/state/archive/edit-runs.ts';
import { deleteKeptRun, keepRun, keptRuns } from '../../src/state/archive/kept-runs.ts';
import { pack } from '../../src/state/archive/pack/pack.ts';
import type { RunContent } from '../../src/state/archive/run-content.ts';
import { constructedContent, constructedRun } from '../support/constructed-run.ts';
import { packedFirst } from '../support/first-layout.ts';

async function forgetAll(): Promise<void> {
  for (const { id } of await keptRuns()) await deleteKeptRun(id);
}

beforeEach(forgetAll);

const names = async () => (await archivedRuns()).map(({ name }) => name).toSorted();

async function* listed(...runs: FiledRun[]): AsyncGenerator<FiledRun> {
  yield* runs;
}

async function imported(content: Blob | string | Uint8Array<ArrayBuffer>, name = 'mine.pxruns') {
  await importArchive(new File([content], name));
  return importedRuns.getState();
}

/** A file whose lines say what they are told to. */
async function fileOf(...lines: unknown[]): Promise<Blob> {
  const text = lines.map((each) => `${JSON.stringify(each)}\n`).join('');
  const zipped = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Response(zipped).blob();
}

const head = { kind: 'pixelproof runs', version: 2 };

describe('a file of runs', () => {
  test('brings back every run with its classifications', async () => {
    await keepRun(
      constructedRun({ id: 'a', name: 'first', tags: ['paper'] }),
      constructedContent(),
    );
    await keepRun(constructedRun({ id: 'b', name: 'second' }), constructedContent(40));
    const kept = [await keptContent('a'), await keptContent('b')];
    const runs = await archivedRuns();
    const { blob: file } = await exportArchive(null);
    await forgetAll();
    expect(await imported(file)).toMatchObject({ added: 2, same: 0, refused: [], error: null });
    expect([await keptContent('a'), await keptContent('b')]).toEqual(kept);
    expect(await archivedRuns()).toEqual(runs);
  });

  test('holds the runs that were asked for alone', async () => {
    await keepRun(constructedRun({ id: 'a', name: 'first' }), constructedContent());
    await keepRun(constructedRun({ id: 'b', name: 'second' }), constructedContent());
    const { blob: file } = await exportArchive(['b']);
    await forgetAll();
    await imported(file);
    expect(await names()).toEqual(['second']);
  });

  test('replaces nothing: what is here is passed over, what differs comes beside it', async () => {
    await keepRun(constructedRun({ id: 'a', name: 'mine' }), constructedContent());
    const { blob: file } = await exportArchive(null);
    expect(await imported(file)).toMatchObject({ added: 0, same: 1 });
    expect(await names()).toEqual(['mine']);

    await keepRun(constructedRun({ id: 'a', name: 'mine' }), constructedContent(30));
    expect(await imported(file)).toMatchObject({ added: 1, same: 0 });
    expect(await names()).toEqual(['mine', 'mine']);
    const sizes = (await archivedRuns()).map(({ bytes }) => bytes);
    expect(new Set(sizes).size).toBe(2);
  });

  test('may come from an earlier lab', async () => {
    const {
      bytes: _bytes,
      error: _error,
      deleted: _deleted,
      ...facts
    } = constructedRun({ name: 'old' });
    const { frame, bytes } = packedFirst(constructedContent());
    const lines = [
      { ...head, version: 1 },
      { run: { ...facts, version: 1 }, frame, bytes: bytes.length },
    ];
    const text = lines.map((each) => `${JSON.stringify(each)}\n`).join('');
    const zipped = new Blob([text, bytes]).stream().pipeThrough(new CompressionStream('gzip'));
    expect(await imported(await new Response(zipped).blob())).toMatchObject({ added: 1 });
    expect(await archivedRuns()).toMatchObject([{ version: 3, name: 'old', error: null }]);
  });

  test('of a newer lab is refused with what to do', async () => {
    const { error, added } = await imported(await fileOf({ ...head, version: 7 }));
    expect(added).toBe(0);
    expect(error?.message).toBe(
      'it was written by a newer version of the lab (layout 7; this page reads up to 2). Reload the page to get its newest version',
    );
  });

  test('with a run of a newer lab brings in the others, and names that one', async () => {
    const newer = { ...constructedRun({ id: 'n', name: 'newer' }), version: 99 };
    const file = await writeArchive(
      listed(
        { run: newer as unknown as FiledRun['run'], content: pack(constructedContent()) },
        { run: constructedRun({ name: 'good' }), content: pack(constructedContent()) },
      ),
    );
    const { added, refused } = await imported(file);
    expect(added).toBe(1);
    expect(refused).toMatchObject([
      { name: 'newer', why: expect.stringContaining('newer version of the lab') },
    ]);
  });

  test.each([
    ['is none', 'hello, world'],
    ['is empty', ''],
  ])('that %s is told so', async (_what, content) => {
    expect((await imported(content)).error?.message).toMatch(/^it(s| is)/);
    expect(await names()).toEqual([]);
  });

  test('that is cut off gives the runs before the cut', async () => {
    await keepRun(constructedRun({ id: 'a', name: 'first' }), constructedContent(2000));
    await keepRun(
      constructedRun({ id: 'b', name: 'second', created: 1 }),
      constructedContent(2000),
    );
    const { blob: whole } = await exportArchive(null);
    await forgetAll();
    const { error } = await imported(whole.slice(0, whole.size - 40));
    expect(error?.kind).toBe('archive-corrupt');
    expect(await names()).not.toContain('second');
  });

  test('that claims more bytes than it has is refused before they are laid out', async () => {
    const run = constructedRun();
    const framed = (rows: number, uint8 = 1) => {
      const tables = [{ rows, columns: { uint8 } }];
      const data = { $array: 'uint8', rows, at: 0 };
      return { run, frame: { layout: 2, block: 2_000_000, tables, data } };
    };
    const refusalOf = async (line: unknown) => (await imported(await fileOf(head, line))).error;
    expect((await refusalOf(framed(900_000_000)))?.message).toBe('it ends in the middle of a run');
    for (const line of [framed(2e9), framed(1, 1e15), framed(-5), framed(0, 1e15)]) {
      expect((await refusalOf(line))?.message).toMatch(/does not describe|are not described/);
    }
    const first = { ...head, version: 1 };
    const old = await imported(await fileOf(first, { run, frame: {}, bytes: 900_000_000 }));
    expect(old.error?.message).toBe('it ends in the middle of a run');
  });

  test('with a bit that has flipped brings in no run that differs', async () => {
    await keepRun(constructedRun({ id: 'a', name: 'first' }), constructedContent(500));
    const kept = await keptContent('a');
    const { blob } = await exportArchive(null);
    const bytes = new Uint8Array(await blob.arrayBuffer());
    await forgetAll();
    for (let at = 20; at < bytes.length; at += Math.ceil(bytes.length / 30)) {
      const flipped = bytes.slice();
      flipped[at] = (flipped[at] ?? 0) ^ 4;
      const { added, error, refused } = await imported(flipped);
      if (added > 0) expect(await keptContent('a')).toEqual(kept);
      else expect(error ?? refused[0]).toBeTruthy();
      await forgetAll();
    }
  });

  test('puts a run that was deleted in its old place', async () => {
    await keepRun(constructedRun({ id: 'a', name: 'first' }), constructedContent());
    const { blob } = await exportArchive(null);
    await deleteRuns(['a']);
    expect(await names()).toEqual([]);
    expect(await imported(blob)).toMatchObject({ added: 1, same: 0 });
    expect((await archivedRuns()).map(({ id }) => id)).toEqual(['a']);
  });

  const broken: readonly [string, (content: RunContent) => unknown, RegExp][] = [
    ['findings of another kind', () => ({ kind: 'inspection', result: {} }), /result/],
    ['a field that nobody knows', (content) => ({ ...content, script: 'x' }), /script/],
    [
      'too few classifications',
      (content) => {
        if (content.kind !== 'sweep' || content.record === null) return null;
        const { predictions } = content.record;
        const [first = new Uint16Array()] = predictions.clean;
        const clean = [first.slice(1), ...predictions.clean.slice(1)];
        const record = { ...content.record, predictions: { ...predictions, clean } };
        return { ...content, record };
      },
      /do not fit its experiment/,
    ],
    [
      'arrays of another type',
      (content) => {
        if (content.kind !== 'sweep' || content.record === null) return null;
        const labels = Array.from(content.record.images.labels);
        const images = { ...content.record.images, labels };
        return { ...content, record: { ...content.record, images } };
      },
      /record\.images\.labels/,
    ],
  ];

  test.each(broken)('with %s names the run and the field', async (_what, spoil, why) => {
    const content = pack(spoil(constructedContent()));
    const file = await writeArchive(listed({ run: constructedRun({ name: 'bad' }), content }));
    const { added, refused } = await imported(file);
    expect(added).toBe(0);
    expect(refused).toMatchObject([{ name: 'bad', why: expect.stringMatching(why) }]);
    expect(await names()).toEqual([]);
  });

  test('with an experiment that asks for more than a run can hold is refused', async () => {
    const run = constructedRun({ name: 'bomb' });
    const content = constructedContent();
    if (content.kind !== 'sweep' || content.record === null) throw new Error('no record');
    const spec = { ...content.record.spec, draws: 1000 };
    const huge = { ...content, record: { ...content.record, spec } };
    const { refused } = await imported(await writeArchive(listed({ run, content: pack(huge) })));
    expect(refused).toMatchObject([{ name: 'bomb' }]);
  });
});
