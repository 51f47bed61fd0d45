import { fileURLToPath } from 'node:url';
import { readModels } from '../../src/headless/read-models.ts';
import { roadsideImages } from '../../src/images/roadside-set.ts';
import type { BenchAccess, BenchProgress } from '../../src/state/learn/bench.ts';
import { openBench } from '../../src/state/learn/bench.ts';
import type { Found } from '../../src/state/learn/found.ts';
import type { LessonExperiment, LessonResult } from '../../src/state/learn/lesson.ts';
import { openNodeLane } from '../../src/workers/open-node-lane.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The bundled models and Roadside images on two lanes in threads of this process. */
const access: BenchAccess = {
  images: async (split, count) => Promise.resolve(roadsideImages(split, count)),
  model: async (id) => {
    const [model] = await readModels([id], root);
    if (model === undefined) throw new RangeError(`no bundled model is called ${id}`);
    return model;
  },
  openLane: () => openNodeLane(),
  backends: async () => Promise.resolve([{ backend: 'wasm', lanes: 2 }]),
  versions: {},
};

/** Runs a lesson's experiment for real. */
export function runLesson(
  { parts, experiment }: LessonExperiment<Found>,
  seed: number,
  tell: (progress: BenchProgress) => void = () => undefined,
  signal: AbortSignal = new AbortController().signal,
): Promise<LessonResult<Found>> {
  return experiment(seed, openBench(access, parts, tell, signal));
}
