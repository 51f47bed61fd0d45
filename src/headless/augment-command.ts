import { dirname } from 'node:path';
import type { SampleProgress } from '../images/augment/sample-archive.ts';
import { sampleTotal, type SampleJob } from '../images/augment/sample-set.ts';
import { parseAugmentJob } from '../protocol/augment-job.ts';
import { nodeFiles } from '../workers/node-files.ts';
import type { AugmentArguments } from './arguments.ts';
import { EXIT } from './exit-codes.ts';
import { listenForInterrupts } from './interrupt.ts';
import { duration, linePrinter } from './progress-line.ts';
import { readNamedImages } from './read-images.ts';
import { readJson } from './read-spec.ts';
import { openSampleOutput } from './sample-output.ts';
import { readVersions } from './versions.ts';

/**
 * Reads a spec and the images that it names; models are not opened.
 * @throws LabError naming the field or file at fault
 */
async function readJob(path: string): Promise<SampleJob> {
  const spec = parseAugmentJob(await readJson(path));
  const { refs, classes } = await readNamedImages(spec.images, dirname(path));
  const { pixelproof = '', node = '' } = await readVersions();
  return {
    spec,
    refs,
    classes,
    access: nodeFiles,
    versions: { pixelproof, node },
  };
}

function progressLine({ done, total }: SampleProgress, seconds: number): string {
  const rate = done / Math.max(seconds, 0.001);
  return `${done} of ${total} samples, ${Math.round(rate)} samples/s, ${duration((total - done) / rate)} left`;
}

/**
 * Writes the samples of a spec into a new folder or zip.
 * @returns the exit code
 * @throws LabError where the spec or a file that it names is at fault; nothing is written then
 */
export async function augmentCommand(options: AugmentArguments): Promise<number> {
  const job = await readJob(options.spec);
  const out = await openSampleOutput(options.out);
  const stop = new AbortController();
  const line = linePrinter(process.stderr);
  listenForInterrupts(
    () => {
      line.end();
      process.stderr.write('stopping, keeping what is done (Ctrl-C again quits at once)\n');
      stop.abort();
    },
    () => void out.clear().finally(() => process.exit(EXIT.interrupted)),
  );
  const begun = performance.now();
  let done = 0;
  try {
    await out.write(job, {
      signal: stop.signal,
      whenAborted: 'keep',
      onProgress: (progress) => {
        done = progress.done;
        line.show(() => progressLine(progress, (performance.now() - begun) / 1000));
      },
    });
  } catch (error) {
    await out.clear();
    throw error;
  } finally {
    line.end();
  }
  if (done === 0) {
    process.stderr.write('interrupted; nothing had been made, nothing is kept\n');
    await out.clear();
    return EXIT.interrupted;
  }
  await out.keep();
  const total = sampleTotal(job);
  if (done === total) {
    process.stdout.write(`${out.path}\n`);
    return EXIT.done;
  }
  process.stderr.write(`interrupted; ${done} of ${total} samples are kept in ${out.path}\n`);
  return EXIT.interrupted;
}
