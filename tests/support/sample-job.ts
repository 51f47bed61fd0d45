import { sampleArchive } from '../../src/images/augment/sample-archive.ts';
import type { SampleJob } from '../../src/images/augment/sample-set.ts';
import { roadsideImages } from '../../src/images/roadside-set.ts';
import { parseAugmentJob } from '../../src/protocol/augment-job.ts';

/** A job for samples of the first training images of Roadside. */
export function sampleJob(augment: Record<string, unknown>, count = 6): SampleJob {
  const images = { source: 'roadside', split: 'train', count };
  const spec = parseAugmentJob({ version: 1, seed: 7, images, augment });
  const { refs, labels, classNames } = roadsideImages('train', count);
  const classes = Array.from(labels, (label) => classNames[label] ?? '');
  return { spec, refs, classes, versions: { pixelproof: 'test' } };
}

/** All files of a job, each in one piece. */
export async function archiveFiles(
  ...args: Parameters<typeof sampleArchive>
): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for await (const { path, pieces } of sampleArchive(...args)) {
    files.set(path, Uint8Array.from([...pieces].flatMap((piece) => [...piece])));
  }
  return files;
}
