import { LabError } from '../../protocol/lab-error.ts';
import { encodePng } from '../files/encode-png.ts';
import { checkZipEntries, zipStream, type OutputFile } from '../files/zip-stream.ts';
import { imageSetHash } from '../image-set-hash.ts';
import { loadSource } from './load-source.ts';
import { makeSampler } from './make-sampler.ts';
import { mirrorClasses } from './mirror-classes.ts';
import type { SampleSource } from './sample-maker.ts';
import {
  checkClassFolders,
  samplePath,
  sampleTotal,
  sourceName,
  type SampleJob,
} from './sample-set.ts';
import { samplesCsv, type SampleSize } from './samples-csv.ts';

export interface SampleProgress {
  /** Samples made. */
  readonly done: number;
  readonly total: number;
}

export interface ArchiveOptions {
  readonly onProgress?: (progress: SampleProgress) => void;
  readonly signal?: AbortSignal;
  /** What an aborted signal does between two samples: ends with the tables of those made, or throws. */
  readonly whenAborted?: 'keep' | 'throw';
}

/** Beside the samples: samples.csv and samples.json. */
const TABLES = 2;
const SLICE_MS = 12;

/** Lets the thread see to its other duties, an abort among them, after some milliseconds of work. */
function breather(): () => Promise<void> {
  let last = performance.now();
  return async () => {
    if (performance.now() - last < SLICE_MS) return;
    await new Promise((resolve) => {
      setTimeout(resolve, 0);
    });
    last = performance.now();
  };
}

const PIECE = 65_536;

/** Lines as UTF-8, in pieces of some length. */
function* encoded(lines: Iterable<string>): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  let piece = '';
  for (const line of lines) {
    piece += line;
    if (piece.length < PIECE) continue;
    yield encoder.encode(piece);
    piece = '';
  }
  yield encoder.encode(piece);
}

/** The text of samples.json: what was asked for, of what, and whether it is all there. */
function recordText(
  { spec, refs, classes, versions }: SampleJob,
  done: number,
  total: number,
): string {
  const names = [...new Set(classes)];
  const labels = classes.map((name) => names.indexOf(name));
  const manifest = {
    versions,
    images: imageSetHash(refs, labels),
    classes: names,
    samples: done,
    complete: done === total,
  };
  return `${JSON.stringify({ spec, manifest }, null, 2)}\n`;
}

function sampleOf(make: () => Uint8Array, name: string): Uint8Array {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new LabError('spec-invalid', `augment: image ${name}: ${error.message}`, name);
  }
}

/**
 * Everything that a job writes, file by file: a PNG a sample in a folder of its class, then
 * samples.csv and samples.json. One image is in memory at a time; the same job gives the same bytes.
 * @throws LabError naming the field, class or image at fault, or `cancelled`
 */
export async function* sampleArchive(
  job: SampleJob,
  { onProgress, signal, whenAborted = 'throw' }: ArchiveOptions = {},
): AsyncGenerator<OutputFile, void, void> {
  const { spec, refs, classes, access } = job;
  checkClassFolders(classes);
  const mirrors = mirrorClasses(spec, classes);
  const make = makeSampler(spec.augment, spec.seed);
  const total = sampleTotal(job);
  const pause = breather();
  const sizes: SampleSize[] = [];
  let source: SampleSource | null = null;
  let done = 0;
  for (; done < total; done += 1) {
    const image = Math.floor(done / spec.augment.samples);
    const copy = done - image * spec.augment.samples;
    await pause();
    if (signal?.aborted) {
      if (whenAborted === 'keep') break;
      throw new LabError('cancelled', 'the samples were cancelled');
    }
    const ref = refs[image];
    if (ref === undefined) throw new LabError('internal', `there is no image ${image}`);
    if (copy === 0 || source === null) {
      source = await loadSource(ref, spec.augment, mirrors(classes[image] ?? ''), access);
      sizes.push([source.height, source.width]);
    }
    const { width, height } = source;
    const current = source;
    const rgb = sampleOf(() => make(current, copy), sourceName(ref));
    yield { path: samplePath(job, image, copy), pieces: [encodePng({ width, height, rgb })] };
    onProgress?.({ done: done + 1, total });
  }
  if (done === 0) return;
  yield { path: 'samples.csv', pieces: encoded(samplesCsv(job, sizes, done)) };
  yield { path: 'samples.json', pieces: encoded([recordText(job, done, total)]) };
}

/**
 * The pieces of a zip with everything that {@link sampleArchive} gives.
 * @throws LabError as there, and where a zip cannot hold so much
 */
export async function* samplesZip(
  job: SampleJob,
  options: ArchiveOptions = {},
): AsyncGenerator<Uint8Array, void, void> {
  checkZipEntries(sampleTotal(job) + TABLES);
  yield* zipStream(sampleArchive(job, options));
}
