import { describe, expect, test } from 'vitest';
import { paperRepair } from '../../../../src/state/repair/repair-draft.ts';
import type { ArchivedRun } from '../../../../src/state/archive/archived-run.ts';
import { runFacts, stateText } from '../../../../src/state/archive/describe-run.ts';
import { hereOf, type RunHere } from '../../../../src/state/archive/run-here.ts';
import { runAt } from '../../../../src/state/archive/run-at.ts';
import { RUN_WORK, type Work } from '../../../../src/state/background/work-store.ts';
import { tagsOf } from '../../../../src/state/archive/edit-runs.ts';
import { allTags, filteredRuns } from '../../../../src/state/archive/filter-runs.ts';
import { migrated, migrations } from '../../../../src/state/archive/migrations.ts';
import { unpackFirst } from '../../../../src/state/archive/pack/first-layout.ts';
import { copyBlock, layOut, pack } from '../../../../src/state/archive/pack/pack.ts';
import { blocksOf } from '../../../../src/state/archive/pack/frame.ts';
import { unpack } from '../../../../src/state/archive/pack/unpack.ts';
import { RUN_VERSION } from '../../../../src/state/archive/archived-run.ts';
import { presetSpec } from '../../../../src/state/experiment/presets.ts';
import type { AttackSpec } from '../../../../src/protocol/attack-spec.ts';
import { constructedRun } from '../../../support/constructed-run.ts';
import { packedFirst } from '../../../support/first-layout.ts';

const repair = constructedRun({ id: 'r', kind: 'repair', spec: paperRepair('resnet') });
const question: ArchivedRun = {
  ...constructedRun({ id: 'q', name: 'Fragile places, test image 69', state: 'done' }),
  kind: 'inspection',
  spec: { question: 'places', image: { source: 'roadside', index: 69 }, models: ['squeezenet'] },
};

describe('a run in the list', () => {
  test('says what was run', () => {
    const sweep = constructedRun({ spec: { ...presetSpec('count'), draws: 3 } });
    expect(runFacts(sweep)).toEqual([
      'Sweep',
      '5 models',
      '500 test images',
      '7 settings',
      '3 draws',
      'seed 7',
    ]);
    expect(runFacts(question)).toEqual(['Question', 'Fragile places', 'SqueezeNet']);
  });

  test('names its models while they are few, and its attack with all sizes', () => {
    const spec = { ...presetSpec('count'), models: ['resnet', 'vgg', 'squeezenet'] };
    expect(runFacts(constructedRun({ spec }))[1]).toBe('ResNet, VGG, SqueezeNet');
    const attacked = (attack: AttackSpec) =>
      runFacts(constructedRun({ kind: 'attack', spec: { ...spec, attack } }));
    expect(attacked({ kind: 'fgsm', epsilon: 8 })).toContain('FGSM, ε 8');
    expect(attacked({ kind: 'fgsm', epsilon: [2, 4, 8] })).toContain('FGSM, ε 2, 4, 8');
  });

  test('says of a repair how many models it makes', () => {
    const counts = paperRepair('resnet').repair.counts.length;
    expect(runFacts(repair).slice(0, 2)).toEqual(['Repair', 'ResNet']);
    expect(runFacts(repair)).toContain(`${counts} repaired models`);
    const { repair: settings, ...spec } = paperRepair('resnet');
    const one = constructedRun({
      kind: 'repair',
      spec: { ...spec, repair: { ...settings, counts: [4] } },
    });
    expect(runFacts(one)).toContain('1 repaired model');
  });

  test('says how far it is, and nothing of one that came to its end', () => {
    const at = (state: ArchivedRun['state'], here: RunHere | null = null) =>
      stateText(constructedRun({ state, share: 0.437 }), here);
    expect(at('done')).toBeNull();
    expect(at('running', { state: 'running', share: 0.5 })).toBe('Running, 50 %');
    expect(at('running', { state: 'paused', share: 0.099 })).toBe('Paused at 9 %');
    expect(at('running', { state: 'starting', share: 0.437 })).toBe('Resuming at 43 %');
    expect(at('running', { state: 'starting', share: 0 })).toBe('Starting');
    expect(at('running')).toBe('Running in another tab, 43 %');
    expect(at('interrupted')).toBe('Interrupted at 43 %');
    expect(at('cancelled')).toBe('Cancelled at 43 %');
    expect(at('failed')).toBe('Failed at 43 %');
  });
});

describe('a run of this tab', () => {
  const run = constructedRun({ id: 'mine', state: 'running', share: 0.41 });
  const shown = { measure: 'mine', repair: 'other' };
  const works = (work: Partial<Work>) =>
    new Map<string, Work>([[RUN_WORK, { name: 'Run', state: 'running', share: 0, ...work }]]);

  test('is as far as the page says, not as far as it was when it was last kept', () => {
    expect(hereOf(run, shown, works({ share: 0.6 }))).toEqual({ state: 'running', share: 0.6 });
    expect(hereOf(run, shown, works({ state: 'paused', share: 0.09 }))).toEqual({
      state: 'paused',
      share: 0.09,
    });
  });

  test('is as far as it was kept until anything else is known', () => {
    const kept = { state: 'starting', share: 0.41 };
    expect(hereOf(run, shown, works({ state: 'starting' }))).toEqual(kept);
    expect(hereOf(run, shown, new Map())).toEqual({ ...kept, state: 'running' });
    const another = { measure: 'another', repair: null };
    expect(hereOf(run, another, works({ share: 0.6 })).share).toBe(0.41);
  });

  test('is kept with the share it was kept with while it has nothing new to say', () => {
    const at = (share: number) => runAt(run, { state: 'running', share, error: null }, 2000);
    expect(at(0)).toMatchObject({ share: 0.41, updated: 2000 });
    expect(at(0.3).share).toBe(0.3);
  });
});

describe('the list of runs', () => {
  const runs = [
    constructedRun({ id: 'a', name: 'first try', tags: ['paper'] }),
    constructedRun({ id: 'b', name: 'second try', tags: ['paper', 'baseline'] }),
    repair,
    question,
  ];
  const ids = (text: string, tag: string | null = null) =>
    filteredRuns(runs, { text, tag }).map(({ id }) => id);

  test('is filtered by every word of what its rows say', () => {
    expect(ids('')).toEqual(['a', 'b', 'r', 'q']);
    expect(ids('TRY second')).toEqual(['b']);
    expect(ids('squeezenet')).toEqual(['q']);
    expect(ids('repair')).toEqual(['r']);
    expect(ids('nowhere')).toEqual([]);
  });

  test('is filtered by a tag', () => {
    expect(ids('', 'paper')).toEqual(['a', 'b']);
    expect(ids('first', 'baseline')).toEqual([]);
    expect(allTags(runs)).toEqual(['baseline', 'paper']);
  });

  test('takes tags as a person writes them', () => {
    expect(tagsOf(' paper, baseline ,, paper')).toEqual(['paper', 'baseline']);
    expect(tagsOf(' ')).toEqual([]);
  });
});

describe('versions of what is kept', () => {
  test('every earlier one has a way to the next', () => {
    for (let version = 1; version < RUN_VERSION; version += 1) {
      const next = migrations[version]?.({ version, name: 'old' });
      expect(next).toMatchObject({ version: version + 1, name: 'old' });
    }
  });

  test('the first has no size and no error, and gets both', () => {
    const { bytes: _bytes, error: _error, deleted: _deleted, ...first } = constructedRun();
    expect(migrated({ ...first, version: 1 })).toEqual(constructedRun());
  });

  test('a newer one is refused by the name of the run', () => {
    expect(() => migrated({ ...constructedRun({ name: 'tomorrow' }), version: 4 })).toThrow(
      /^The run "tomorrow" was kept by a newer version of the lab \(4; this page reads up to 3\)/,
    );
  });
});

describe('packed data', () => {
  const data = {
    text: 'as it is',
    nothing: null,
    far: Infinity,
    nested: [{ deltas: Float64Array.of(0.5, -1) }, Uint16Array.of(1, 2, 3), new Uint8Array(0)],
    weights: Uint8Array.of(9, 8, 7).buffer,
  };

  test('comes back as it was, through JSON too', async () => {
    const { frame, parts } = pack(data);
    expect(await unpack({ frame: JSON.parse(JSON.stringify(frame)), parts })).toEqual(data);
  });

  test('comes back from many blocks, whose rows are those of all arrays of a length', async () => {
    const columns = (count: number, rows: number) =>
      Array.from({ length: count }, (_, column) =>
        Uint16Array.from({ length: rows }, (__, row) => 7 * column + row),
      );
    const wide = {
      lists: [columns(9, 5), columns(3, 5)],
      deltas: [Float64Array.of(1, 2, 3, 4, 5)],
    };
    expect(await unpack(pack(wide))).toEqual(wide);
    const long = Float32Array.from({ length: 1_200_000 }, (_, row) => row / 3);
    const packed = pack({ wide, long });
    expect(packed.parts.length).toBeGreaterThan(3);
    const back = (await unpack(packed)) as { wide: unknown; long: Float32Array };
    expect(back.wide).toEqual(wide);
    expect(Buffer.from(back.long.buffer).equals(Buffer.from(long.buffer))).toBe(true);
    const { frame } = layOut(wide);
    expect(frame.tables).toEqual([{ rows: 5, columns: { float64: 1, uint16: 12 } }]);
    expect([...blocksOf({ ...frame, block: 70 })].map(({ from, to }) => [from, to])).toEqual([
      [0, 2],
      [2, 4],
      [4, 5],
    ]);
  });

  test('keeps the moment at which it was packed', async () => {
    const running = { classes: Uint16Array.of(1, 2) };
    const packed = pack(running);
    running.classes[0] = 9;
    expect(await unpack(packed)).toEqual({ classes: Uint16Array.of(1, 2) });
  });

  test('copies a block when it is asked for, all that is known of an image at one moment', () => {
    const running = { classes: [Uint16Array.of(1, 2), Uint16Array.of(3, 4)] };
    const laid = layOut(running);
    running.classes[1]?.set([5], 1);
    const [block] = blocksOf(laid.frame);
    if (block === undefined) throw new Error('there is no block');
    expect([...new Uint16Array(copyBlock(laid, block).buffer)]).toEqual([1, 2, 3, 5]);
  });

  test('may be of the first layout', () => {
    const { frame, bytes } = packedFirst(data);
    expect(unpackFirst({ frame: JSON.parse(JSON.stringify(frame)), bytes })).toEqual(data);
  });

  test.each([
    [{ $array: 'uint16', at: 0, length: 3 }, /ends at byte 6 of 4/],
    [{ $array: 'uint16', at: -2, length: 1 }, /not described/],
    [{ $array: 'uint16', at: 0, length: 1e300 }, /not described/],
    [{ $array: 'constructor', at: 0, length: 1 }, /not described/],
  ])('refuses the place %o of the first layout', (frame, message) => {
    expect(() => unpackFirst({ frame, bytes: new Uint8Array(4) })).toThrow(message);
  });

  test.each([
    [{ $array: 'uint16', rows: 2, at: 1 }, /not in its tables/],
    [{ $array: 'uint16', rows: 2, at: -1 }, /not in its tables/],
    [{ $array: 'uint16', rows: 2, at: 0.5 }, /not described/],
    [{ $array: 'constructor', rows: 2, at: 0 }, /not described/],
    [{ $arrays: 'uint16', rows: 0, at: 0, count: 1e9 }, /not described/],
    [{ $arrays: 'uint16', rows: 2, at: 0, count: 2 }, /not in its tables/],
  ])('refuses the place %o', async (place, message) => {
    const { frame, parts } = pack([Uint16Array.of(1, 2)]);
    await expect(unpack({ frame: { ...frame, data: place }, parts })).rejects.toThrow(message);
  });

  test('refuses blocks that are not those of its tables', async () => {
    const { frame, parts } = pack([Uint16Array.of(1, 2)]);
    await expect(unpack({ frame, parts: [] })).rejects.toThrow('0 bytes of 4');
    const halves = parts.flatMap((part) => [part.slice(0, 2), part.slice(2)]);
    await expect(unpack({ frame, parts: halves })).rejects.toThrow('not as long as it says');
  });
});
