import { createJob, type Progress } from './job.ts';
import type { SpecPixelValue } from '../../../protocol/spec.ts';
import { heldLane } from '../held-lane.ts';
import { keyOfImage } from '../inspect-image.ts';
import { inspectStore } from '../inspect-store.ts';

export interface FragilitySettings {
  readonly models: readonly string[];
  readonly counts: readonly number[];
  readonly value: SpecPixelValue;
  readonly region: number;
  readonly seed: number;
  /** Of each count. */
  readonly draws: number;
}

/** What the draws of one model at one count came to. */
export interface FragilityCell {
  readonly model: string;
  readonly count: number;
  /** Draws so far. */
  readonly draws: number;
  /** Draws whose class is not that of the unchanged picture. */
  readonly flips: number;
  /** How many draws went to each class, by class index. */
  readonly classes: readonly number[];
  /** The flip whose channels moved least in all; null where there is none. */
  readonly smallest: { readonly draw: number; readonly absDelta: number } | null;
}

export interface Fragility {
  readonly settings: FragilitySettings;
  /** Class of the unchanged picture, by model. */
  readonly clean: Readonly<Record<string, number>>;
  /** Model by model, each by count. */
  readonly cells: readonly FragilityCell[];
}

export const fragilityJob = createJob<Fragility>();

/** Draws of one call: an edit waits for no more than these. */
const SLICE = 32;

interface Tally {
  readonly model: string;
  readonly count: number;
  draws: number;
  flips: number;
  readonly classes: number[];
  smallest: FragilityCell['smallest'];
}

async function measure(
  settings: FragilitySettings,
  { count, publish, isWanted }: Progress<Fragility>,
): Promise<Fragility> {
  const { image, picture } = inspectStore.getState();
  if (image === null || picture === null) throw new RangeError('there is no picture to ask about');
  const lane = heldLane();
  const { models, counts, draws, seed, value, region } = settings;
  for (const id of models) await lane.ready(id, () => undefined);
  const looks = await lane.ask((api) => api.look({ models, bytes: picture.bytes }));
  const clean = Object.fromEntries(models.map((id, at) => [id, looks[at]?.predicted ?? 0]));
  const tallies = models.flatMap((model, at) =>
    counts.map((pixels): Tally => {
      const classes = Array.from(looks[at]?.probabilities ?? [], () => 0);
      return { model, count: pixels, draws: 0, flips: 0, classes, smallest: null };
    }),
  );
  const result = (): Fragility => ({
    settings,
    clean,
    cells: tallies.map((tally) => ({ ...tally, classes: [...tally.classes] })),
  });
  const key = keyOfImage(image);
  for (let first = 0; first < draws; first += SLICE) {
    const slice = Math.min(SLICE, draws - first);
    for (const tally of tallies) {
      if (!isWanted()) return result();
      const answer = await lane.ask((api) =>
        api.classifyDraws({
          model: tally.model,
          picture: { bytes: picture.bytes, key },
          change: { seed, count: tally.count, value, region },
          first,
          draws: slice,
        }),
      );
      for (const [at, label] of answer.predicted.entries()) {
        tally.classes[label] = (tally.classes[label] ?? 0) + 1;
        if (label === clean[tally.model]) continue;
        tally.flips += 1;
        const absDelta = answer.absDelta[at] ?? 0;
        if (tally.smallest === null || absDelta < tally.smallest.absDelta) {
          tally.smallest = { draw: first + at, absDelta };
        }
      }
      tally.draws += slice;
      count(slice);
      publish(result);
    }
  }
  return result();
}

/** Classifications that the question takes. */
export function fragilityCost({ models, counts, draws }: FragilitySettings): number {
  return models.length * counts.length * draws;
}

/** Asks how often random pixels flip the picture, at each of some counts. */
export function askFragility(settings: FragilitySettings): void {
  fragilityJob.start(fragilityCost(settings), (progress) => measure(settings, progress));
}

/** The flip of a model with the fewest pixels, of these the one that moves channels least; null where no draw flips. */
export function smallestFlip({ cells }: Fragility, model: string): FragilityCell | null {
  return cells.find((cell) => cell.model === model && cell.smallest !== null) ?? null;
}
