import type { CriticalCountResult, SweepResult } from '../protocol/result.ts';

/** What a result says, in sentences. */
export interface Finding {
  readonly headline: string;
  readonly details: readonly string[];
}

interface Placed {
  readonly name: string;
  readonly px5: CriticalCountResult;
  /** The estimate for sorting: 0 below the grid's counts, infinity above. */
  readonly at: number;
}

const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });

function pixels(count: number): string {
  return count < 10 ? count.toFixed(1) : count.toFixed(0);
}

function edge(end: number | 'below' | 'above', first: number, last: number): string {
  if (end === 'below') return `under ${first}`;
  return end === 'above' ? `over ${last}` : pixels(end);
}

/** "6.1 (5.0–7.4)", or with words where an end lies beyond the counts: "61 (50 to over 64)". */
export function formatCriticalCount(
  { count, interval, censored }: CriticalCountResult,
  counts: readonly number[],
): string {
  const first = Math.min(...counts);
  const last = Math.max(...counts);
  if (count === null && censored === null) return '–';
  const estimate = count === null ? edge(censored ?? 'above', first, last) : pixels(count);
  if (interval === null) return estimate;
  const [low, high] = interval;
  if (low === high && typeof low === 'string') return estimate;
  const joint = typeof low === 'string' || typeof high === 'string' ? ' to ' : '–';
  return `${estimate} (${edge(low, first, last)}${joint}${edge(high, first, last)})`;
}

function endValue(end: number | 'below' | 'above'): number {
  if (end === 'below') return 0;
  return end === 'above' ? Number.POSITIVE_INFINITY : end;
}

function overlap(a: CriticalCountResult, b: CriticalCountResult): boolean {
  if (a.interval === null || b.interval === null) return true;
  return (
    endValue(a.interval[0]) <= endValue(b.interval[1]) &&
    endValue(b.interval[0]) <= endValue(a.interval[1])
  );
}

function place(result: SweepResult, nameOf: (id: string) => string): Placed[] {
  const { value, region } = result.ranking.cell;
  return result.summary
    .filter((row) => row.region === region && sameValue(row.value, value))
    .flatMap(({ model, px5 }) => {
      if (px5 === null || (px5.count === null && px5.censored === null)) return [];
      const at = px5.count ?? endValue(px5.censored ?? 'above');
      return [{ name: nameOf(model), px5, at }];
    })
    .sort((a, b) => a.at - b.at);
}

function sameValue(a: SweepResult['ranking']['cell']['value'], b: typeof a): boolean {
  return a === 'replace' || b === 'replace' ? a === b : a.offset === b.offset;
}

function headlineOf(placed: readonly Placed[], counts: readonly number[]): string {
  const first = Math.min(...counts);
  const last = Math.max(...counts);
  const lowest = placed[0];
  const highest = placed.at(-1);
  if (lowest === undefined || highest === undefined) {
    return 'Too little was measured to say where 5 % of the images go wrong.';
  }
  if (lowest.px5.censored === 'above') {
    return `No model gets 5 % of its images wrong with up to ${last} changed pixels.`;
  }
  if (highest.px5.censored === 'below') {
    return `With ${first} changed pixel, every model already gets more than 5 % of its images wrong.`;
  }
  const low = formatCriticalCount(lowest.px5, counts);
  if (placed.length === 1) return `${lowest.name} gets 5 % of its images wrong at ${low} pixels.`;
  const high = formatCriticalCount(highest.px5, counts);
  return `${lowest.name} gets 5 % of its images wrong at ${low} changed pixels, ${highest.name} at ${high}.`;
}

function separation(placed: readonly Placed[]): string[] {
  const lowest = placed[0];
  const highest = placed.at(-1);
  if (lowest === undefined || highest === undefined || lowest === highest) return [];
  const between = placed.length > 2 ? 'These are the lowest and the highest estimate' : '';
  if (!overlap(lowest.px5, highest.px5)) return between === '' ? [] : [`${between}.`];
  const doubt = 'the intervals overlap, so the two are not told apart here';
  return [between === '' ? `${capital(doubt)}.` : `${between}; ${doubt}.`];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function rankingSentence(result: SweepResult, nameOf: (id: string) => string): string[] {
  const { models, cell } = result.ranking;
  const compared = (models.length * (models.length - 1)) / 2;
  if (compared === 0) return [];
  const tied = models.flatMap(({ model, tiedWith }, position) =>
    tiedWith
      .filter((other) => models.findIndex((entry) => entry.model === other) > position)
      .map((other) => `${nameOf(model)} and ${nameOf(other)}`),
  );
  const at = `At ${cell.count} changed ${cell.count === 1 ? 'pixel' : 'pixels'}`;
  if (tied.length === compared) return [`${at}, no two models can be told apart.`];
  const order = [...models].sort((a, b) => a.rank - b.rank).map(({ model }) => nameOf(model));
  if (tied.length === 0)
    return [`${at}, all models differ; most robust first: ${list.format(order)}.`];
  if (tied.length > 3) {
    return [
      `${at}, ${compared - tied.length} of ${compared} pairs of models differ; the rest cannot be told apart.`,
    ];
  }
  return [`${at}, these cannot be told apart: ${tied.join('; ')}. All other pairs differ.`];
}

/**
 * Says what a result shows, and what it does not decide.
 *
 * The headline holds the lowest and the highest PX5, each with its 95 % interval; the ranking
 * sentence rests on the paired tests of `result.ranking`, corrected by Holm at the 5 % level.
 * @param nameOf name of a model for a person
 */
export function describeFinding(result: SweepResult, nameOf: (id: string) => string): Finding {
  const largest = Math.max(0, ...Object.values(result.eligible));
  if (largest === 0) {
    return {
      headline: 'No image is classified correctly by all models, so nothing could be counted.',
      details: ['Choose more images and run again.'],
    };
  }
  const placed = place(result, nameOf);
  return {
    headline: headlineOf(placed, result.spec.grid.counts),
    details: [...separation(placed), ...rankingSentence(result, nameOf)],
  };
}
