import { createJob, type Progress } from './job.ts';
import type { SearchKind } from '../../../protocol/inspect.ts';
import { heldLane } from '../held-lane.ts';
import { keyOfImage } from '../inspect-image.ts';
import { inspectStore } from '../inspect-store.ts';

export interface WorstPixelSettings {
  readonly model: string;
  /** Pixels that may change. */
  readonly pixels: number;
  readonly seed: number;
  /** Candidates of a generation. */
  readonly population: number;
  /** Generations after the first. */
  readonly generations: number;
}

/** The best candidate of a search after some queries. */
export interface SearchPoint {
  readonly queries: number;
  /** Probability of the class that is to be left. */
  readonly probability: number;
}

export interface SearchCourse {
  /** One a generation. */
  readonly points: readonly SearchPoint[];
  /** Queries up to the first candidate of another class; null while there is none. */
  readonly fooledAt: number | null;
  /** The best candidate; null before the first generation. */
  readonly bytes: Uint8Array | null;
}

export interface WorstPixel {
  readonly settings: WorstPixelSettings;
  /** Class of the unchanged picture, which the searches try to leave. */
  readonly label: number;
  /** Its probability there. */
  readonly before: number;
  readonly courses: Readonly<Record<SearchKind, SearchCourse>>;
}

export const worstPixelJob = createJob<WorstPixel>();

const kinds: readonly SearchKind[] = ['evolution', 'random'];
const noCourse: SearchCourse = { points: [], fooledAt: null, bytes: null };

async function measure(
  settings: WorstPixelSettings,
  { count, publish, isWanted }: Progress<WorstPixel>,
): Promise<WorstPixel> {
  const { image, picture } = inspectStore.getState();
  if (image === null || picture === null) throw new RangeError('there is no picture to ask about');
  const { model, pixels, seed, population, generations } = settings;
  const { bytes } = picture;
  const lane = heldLane();
  await lane.ready(model, () => undefined);
  const [look] = await lane.ask((api) => api.look({ models: [model], bytes }));
  const label = look?.predicted ?? 0;
  const search = { model, label, pixels, population, generations, seed };
  const asked = { ...search, picture: { bytes, key: keyOfImage(image) } };
  await lane.ask((api) => api.openSearch(asked));
  const courses: Record<SearchKind, SearchCourse> = { evolution: noCourse, random: noCourse };
  const result = (): WorstPixel => ({
    settings,
    label,
    before: look?.probabilities[label] ?? 0,
    courses: { ...courses },
  });
  for (let generation = 0; generation <= generations; generation += 1) {
    for (const kind of kinds) {
      if (!isWanted()) return result();
      const step = await lane.ask((api) => api.searchGeneration({ search: kind }));
      const { queries, fooledAt, logProbability } = step;
      const point = { queries, probability: Math.exp(logProbability) };
      courses[kind] = { points: [...courses[kind].points, point], fooledAt, bytes: step.bytes };
      count(population);
      publish(result);
    }
  }
  return result();
}

/** Classifications that the question takes. */
export function worstPixelCost({ population, generations }: WorstPixelSettings): number {
  return kinds.length * population * (generations + 1);
}

/** Searches for the pixels that cost a model most, by evolution and by chance. */
export function askWorstPixel(settings: WorstPixelSettings): void {
  worstPixelJob.start(worstPixelCost(settings), (progress) => measure(settings, progress));
}
