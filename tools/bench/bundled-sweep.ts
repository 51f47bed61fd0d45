import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSweep } from '../../src/headless/read-sweep.ts';
import { startSweep } from '../../src/run/sweep.ts';
import type { SweepOptions } from '../../src/run/sweep-types.ts';
import { miniIds } from '../../src/engine/models/mini-networks.ts';

export const counts = [1, 2, 4, 8, 16, 32, 64];

/** The count experiment on the bundled models, every image counting, as the command reads it. */
export async function bundledSweep(images: number, lanes: number): Promise<SweepOptions> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  try {
    const spec = join(folder, 'spec.json');
    const content = {
      version: 1,
      seed: 7,
      models: miniIds,
      images: { source: 'roadside', split: 'test', count: images },
      eligibility: 'all',
      grid: { counts },
    };
    await writeFile(spec, JSON.stringify(content));
    return await readSweep({
      command: 'sweep',
      spec,
      out: folder,
      backend: 'wasm',
      lanes,
      chunk: undefined,
    });
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Seconds of running, from loaded models to the last answer. */
export async function sweepSeconds(options: SweepOptions): Promise<number> {
  const outcome = await startSweep(options).done;
  if (outcome.phase !== 'done') {
    throw new Error(`the sweep ended as ${outcome.phase}: ${JSON.stringify(outcome)}`);
  }
  return outcome.result.manifest.seconds;
}
