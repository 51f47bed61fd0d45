import { sha256 } from '../../src/core/sha256.ts';
import { samplesZip } from '../../src/images/augment/sample-archive.ts';
import { sampleJob } from './sample-job.ts';

/** The SHA-256 of a zip with samples of each arm. */
export async function sampleZipDigests(): Promise<Record<string, string>> {
  const digests: Record<string, string> = {};
  for (const arm of ['pixels', 'noise', 'flip-shift', 'erasing']) {
    const pieces: Uint8Array[] = [];
    for await (const piece of samplesZip(sampleJob({ arm, samples: 2 }))) pieces.push(piece);
    digests[arm] = sha256(...pieces);
  }
  return digests;
}
