import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { changedPixels } from '../../../../src/core/pixel-change.ts';
import { centredRegion } from '../../../../src/core/region.ts';
import { makeSampler } from '../../../../src/images/augment/make-sampler.ts';
import { samplesZip } from '../../../../src/images/augment/sample-archive.ts';
import type { SampleJob } from '../../../../src/images/augment/sample-set.ts';
import { decodeImage } from '../../../../src/images/files/decode.ts';
import { imageKeyOf } from '../../../../src/images/image-key.ts';
import { renderRoadside } from '../../../../src/images/roadside/render.ts';
import golden from '../../../fixtures/augment/zips.json' with { type: 'json' };
import { archiveFiles, sampleJob } from '../../../support/sample-job.ts';
import { sampleZipDigests } from '../../../support/sample-zips.ts';
import { readPlainPng } from './plain-png.ts';
import { differences } from './source.ts';

const rowsSchema = z.array(
  z.strictObject({
    file: z.string(),
    class: z.string(),
    source: z.coerce.number(),
    seed: z.literal('7'),
    arm: z.string(),
    copy: z.coerce.number(),
    draw: z.string(),
    pixels: z.string(),
  }),
);

const recordSchema = z.object({
  spec: z.object({ augment: z.object({ arm: z.string(), samples: z.number() }) }),
  manifest: z.object({ samples: z.number(), complete: z.boolean() }),
});

const text = (files: Map<string, Uint8Array>, path: string): string =>
  new TextDecoder().decode(files.get(path));
const rowsOf = (files: Map<string, Uint8Array>) =>
  rowsSchema.parse(parse(text(files, 'samples.csv'), { columns: true }));
const recordOf = (files: Map<string, Uint8Array>) =>
  recordSchema.parse(JSON.parse(text(files, 'samples.json')));
const pngs = (files: Map<string, Uint8Array>): string[] =>
  [...files.keys()].filter((path) => path.endsWith('.png'));

/** The bytes of a sample, made without the archive. */
function sampleBytes(job: SampleJob, image: number, copy: number): Uint8Array {
  const ref = job.refs[image];
  if (ref?.kind !== 'roadside') throw new Error('not an image of Roadside');
  const source = {
    bytes: renderRoadside(ref.index),
    height: 64,
    width: 64,
    key: imageKeyOf(ref),
    mirrors: ['priority-road', 'yield', 'no-entry'].includes(job.classes[image] ?? ''),
  };
  return makeSampler(job.spec.augment, job.spec.seed)(source, copy);
}

describe('the files of a job', () => {
  it.each(['pixels', 'noise', 'flip-shift', 'erasing'])(
    'hold each sample of the arm %s as a PNG of exactly its bytes',
    async (arm) => {
      const job = sampleJob({ arm, samples: 2 });
      const files = await archiveFiles(job);
      const rows = rowsOf(files);
      expect(rows.map(({ file }) => file).sort()).toEqual(pngs(files).sort());
      expect(rows).toHaveLength(12);
      for (const [at, row] of rows.entries()) {
        expect(row).toMatchObject({ arm, copy: at % 2, class: job.classes[Math.floor(at / 2)] });
        expect(row.file.startsWith(`${row.class}/`)).toBe(true);
        const png = files.get(row.file) ?? new Uint8Array(0);
        const image = decodeImage(png, row.file);
        expect(image).toEqual({ ...readPlainPng(png) });
        expect(image.rgb).toEqual(sampleBytes(job, Math.floor(at / 2), row.copy));
      }
    },
  );

  it('list the changed pixels, which are those of the draw that is named', async () => {
    const job = sampleJob({ count: 9, value: { offset: 40 }, region: 0.5, samples: 3 });
    const files = await archiveFiles(job);
    for (const { file, source, draw, pixels } of rowsOf(files)) {
      const original = renderRoadside(source);
      const drawn = changedPixels(original, {
        seed: 7,
        imageKey: [source, 0],
        draw: Number(draw),
        count: 9,
        value: { kind: 'offset', magnitude: 40 },
        height: 64,
        width: 64,
        region: centredRegion(64, 64, 0.5),
      });
      expect(pixels).toBe(drawn.map(({ row, column }) => `${row}:${column}`).join(' '));
      const { rgb } = decodeImage(files.get(file) ?? new Uint8Array(0), file);
      const listed = new Set(drawn.map(({ row, column }) => row * 64 + column));
      for (const position of differences(original, rgb)) expect(listed).toContain(position);
    }
  });

  it('say what was asked for and that all of it is there', async () => {
    const record = recordOf(await archiveFiles(sampleJob({ samples: 2 })));
    expect(record.spec.augment).toEqual({ arm: 'pixels', samples: 2 });
    expect(record.manifest).toEqual({ samples: 12, complete: true });
  });

  it('are scaled and cropped first where a size is given', async () => {
    const files = await archiveFiles(sampleJob({ size: [24, 32], count: 700 }, 2));
    for (const path of pngs(files)) {
      const image = decodeImage(files.get(path) ?? new Uint8Array(0), path);
      expect([image.height, image.width]).toEqual([24, 32]);
    }
    expect(rowsOf(files)[0]?.pixels.split(' ')).toHaveLength(700);
  });

  it('report their progress', async () => {
    const seen: number[] = [];
    await archiveFiles(sampleJob({ samples: 2 }, 2), {
      onProgress: ({ done, total }) => seen.push(done, total),
    });
    expect(seen).toEqual([1, 4, 2, 4, 3, 4, 4, 4]);
  });
});

describe('an abort', () => {
  const stopAfter = (samples: number, whenAborted: 'keep' | 'throw') => {
    const stop = new AbortController();
    return archiveFiles(sampleJob({ samples: 2 }), {
      signal: stop.signal,
      whenAborted,
      onProgress: ({ done }) => {
        if (done === samples) stop.abort();
      },
    });
  };

  it('ends with the tables of what was made', async () => {
    const files = await stopAfter(3, 'keep');
    expect(pngs(files)).toHaveLength(3);
    expect(rowsOf(files)).toHaveLength(3);
    expect(recordOf(files).manifest).toEqual({ samples: 3, complete: false });
  });

  it('throws where nothing is to be kept', async () => {
    await expect(stopAfter(3, 'throw')).rejects.toMatchObject({ kind: 'cancelled' });
  });

  it('before the first sample leaves no file', async () => {
    const signal = AbortSignal.abort();
    expect(await archiveFiles(sampleJob({}), { signal, whenAborted: 'keep' })).toEqual(new Map());
  });
});

describe('a zip', () => {
  it('unpacks to the files', async () => {
    const job = sampleJob({ arm: 'erasing', samples: 3 });
    const pieces: Uint8Array[] = [];
    for await (const piece of samplesZip(job)) pieces.push(piece);
    const unpacked = unzipSync(Uint8Array.from(pieces.flatMap((piece) => [...piece])));
    expect(new Map(Object.entries(unpacked))).toEqual(await archiveFiles(job));
  });

  it('is the same bytes as ever', async () => {
    expect(await sampleZipDigests()).toEqual(golden.sha256);
  });

  it('is refused at once where it cannot hold so many files', async () => {
    const first = samplesZip(sampleJob({ samples: 10_000 }, 7)).next();
    await expect(first).rejects.toThrow(/a zip holds up to 65535 files, not 70002/);
  });
});

describe('a job that cannot be done', () => {
  it.each(['a/b', 'a\\b', '..', '.hidden', 'a:b', 'what?', 'end ', '', 'a\nb'])(
    'names a class that cannot be a folder: %j',
    async (name) => {
      const job = sampleJob({}, 2);
      const files = archiveFiles({ ...job, classes: ['stop', name] });
      await expect(files).rejects.toThrow(/class ".*" cannot be the name of a folder/s);
    },
  );

  it('names the image that is too small for the count', async () => {
    await expect(archiveFiles(sampleJob({ count: 4097 }))).rejects.toMatchObject({
      kind: 'spec-invalid',
      message: 'augment: image 0: count 4097 is more than the 4096 pixels of the 64x64 region',
    });
  });

  it('names a class in mirror that no image has', async () => {
    const files = archiveFiles(sampleJob({ arm: 'flip-shift', mirror: ['stop', 'cat'] }));
    await expect(files).rejects.toThrow('augment.mirror[1]: no image has the class "cat"');
  });
});
