import type { ModelWorkload } from './workload.ts';

interface Speed {
  /** Seconds of computing an image in recent units; unchanged images also cost decoding. */
  recent: number;
  /** The same in the fastest unit. */
  fastest: number;
  images: number;
  units: number;
  limit: number;
}

const UNIT_SECONDS = 0.3;
const FIRST_LIMIT = 4;
// Classifications of a first unit, where an image takes several.
const FIRST_EFFORT = 64;
const WINDOW_MS = 3000;
const RECENT = 0.5;
// A lane's first units also compile, fill caches and allocate: until then the fastest one counts.
const WARM_UNITS = 8;
// Measured images that weigh as much as what was expected before.
const EXPECTED_WEIGHT = 8;

/**
 * Measures how fast a run goes, chooses the size of units by it, and foresees the end.
 * A unit is sized to take about a third of a second, so that progress, pause and the first
 * estimate never wait for a large one; sizes are powers of two times the first, as GPU backends
 * compile a program for each size.
 */
export class Pace {
  readonly #largest: number;
  readonly #multiplyAdds: readonly number[];
  readonly #expected: readonly number[] | null;
  readonly #effort: number;
  readonly #clean: Speed[];
  readonly #changed: Speed[];
  #answers: { at: number; images: number }[] = [];
  #computed = 0;
  #units = 0;
  #lastAnswer = 0;

  /**
   * @param multiplyAdds of one image, by model
   * @param largest most images of a unit
   * @param expected seconds of one image on one lane, by model, where they are foreseen for all
   * @param effort classifications that a changed image takes
   */
  constructor(
    multiplyAdds: readonly number[],
    largest: number,
    expected: readonly number[] | null = null,
    effort = 1,
  ) {
    const fresh = (first: number): Speed => ({
      recent: Number.POSITIVE_INFINITY,
      fastest: Number.POSITIVE_INFINITY,
      images: 0,
      units: 0,
      limit: Math.max(1, Math.min(first, largest)),
    });
    this.#largest = largest;
    this.#multiplyAdds = multiplyAdds;
    this.#expected = expected;
    this.#effort = effort;
    this.#clean = multiplyAdds.map(() => fresh(FIRST_LIMIT));
    this.#changed = multiplyAdds.map(() =>
      fresh(Math.min(FIRST_LIMIT, Math.floor(FIRST_EFFORT / effort))),
    );
  }

  /** Most images to put into a unit of a model. */
  limit(model: number, changed: boolean): number {
    return (changed ? this.#changed : this.#clean)[model]?.limit ?? 1;
  }

  /**
   * Takes in an answer.
   * @param at milliseconds of running, pauses left out
   */
  record(model: number, changed: boolean, images: number, seconds: number, at: number): void {
    this.#answers.push({ at, images });
    this.#computed += seconds;
    this.#units += 1;
    this.#lastAnswer = at;
    const speed = (changed ? this.#changed : this.#clean)[model];
    if (!speed) return;
    const each = seconds / images;
    speed.units += 1;
    speed.images += images;
    speed.fastest = Math.min(speed.fastest, each);
    speed.recent =
      speed.units <= WARM_UNITS ? speed.fastest : RECENT * each + (1 - RECENT) * speed.recent;
    if (each * images * 2 <= UNIT_SECONDS && images >= speed.limit) {
      speed.limit = Math.min(this.#largest, speed.limit * 4);
    } else if (each * speed.limit > UNIT_SECONDS * 2) {
      speed.limit = Math.max(1, Math.floor(speed.limit / 2));
    }
  }

  /** Images a second over the last seconds of running; null before the first answer. */
  imagesPerSecond(now: number): number | null {
    this.#answers = this.#answers.filter(({ at }) => now - at <= WINDOW_MS);
    const span = Math.min(now, WINDOW_MS) / 1000;
    if (this.#answers.length === 0 || span <= 0) return null;
    return this.#answers.reduce((sum, { images }) => sum + images, 0) / span;
  }

  /**
   * Seconds of classifying one image with a model, on one lane, changed if it can be; null until
   * measured. Where a changed image takes several classifications, unchanged ones tell.
   */
  secondsPerImage(model: number): number | null {
    const changed = this.#effort === 1 ? this.#changed[model] : undefined;
    const measured = [changed, this.#clean[model]].find((speed) => speed?.units);
    return measured?.recent ?? null;
  }

  /**
   * Seconds until all is done; null while nothing was measured and nothing was expected. What has
   * no measurement yet is taken to compute as expected, or else at the best rate of what has.
   */
  secondsLeft(workload: readonly ModelWorkload[], lanes: number): number | null {
    const perOperation = this.#secondsPerOperation();
    if (perOperation === null && this.#expected === null) return null;
    let seconds = 0;
    for (const [model, { cleanLeft, changedLeft }] of workload.entries()) {
      const guess = this.#expected?.[model] ?? (perOperation ?? 0) * this.#operations(model);
      seconds += cleanLeft * this.#foreseen(this.#clean[model], guess);
      seconds += changedLeft * this.#foreseen(this.#changed[model], guess * this.#effort);
    }
    return seconds / (Math.max(1, lanes) * this.#efficiency(lanes));
  }

  /** What was measured moves what was expected by its factor, the more the more images it covers. */
  #foreseen(speed: Speed | undefined, guess: number): number {
    if (speed === undefined || speed.units === 0) return guess;
    if (this.#expected === null) return speed.recent;
    const trust = speed.images / (speed.images + EXPECTED_WEIGHT);
    return guess * (speed.recent / guess) ** trust;
  }

  #operations(model: number): number {
    return Math.max(1, this.#multiplyAdds[model] ?? 1);
  }

  #secondsPerOperation(): number | null {
    const rates = [this.#clean, this.#changed].flatMap((speeds) =>
      speeds.flatMap(({ units, recent }, model) => {
        const effort = speeds === this.#clean ? 1 : this.#effort;
        return units === 0 ? [] : recent / (effort * this.#operations(model));
      }),
    );
    return rates.length === 0 ? null : Math.min(...rates);
  }

  /** Share of the lanes' time spent computing; a few answers say too little. */
  #efficiency(lanes: number): number {
    const available = (this.#lastAnswer / 1000) * Math.max(1, lanes);
    if (this.#units < 8 * lanes || available <= 0) return 1;
    return Math.min(1, Math.max(0.2, this.#computed / available));
  }
}
