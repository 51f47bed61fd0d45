import type { CellResult, CriticalCountResult, SweepResult } from '../../protocol/result.ts';
import { samePixelValue } from '../../run/pixel-values.ts';
import {
  criticalCountValue,
  formatCriticalCount,
  intervalsOverlap,
} from './critical-count-text.ts';

/** What a result says, in sentences. */
export interface Finding {
  readonly headline: string;
  readonly details: readonly string[];
}

interface Placed {
  readonly name: string;
  readonly px5: CriticalCountResult;
  readonly at: number;
}

type NameOf = (id: string) => string;

const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });

function atCell<T extends Pick<CellResult, 'value' | 'region'>>(
  rows: readonly T[],
  { value, region }: Pick<CellResult, 'value' | 'region'>,
): T[] {
  return rows.filter((row) => row.region === region && samePixelValue(row.value, value));
}

/** The models by PX5, lowest first. */
function placeModels({ summary, ranking }: SweepResult, nameOf: NameOf): Placed[] {
  return atCell(summary, ranking.cell)
    .flatMap(({ model, px5 }) => {
      const at = px5 && criticalCountValue(px5);
      return px5 === null || at === null ? [] : [{ name: nameOf(model), px5, at }];
    })
    .sort((a, b) => a.at - b.at);
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
  const start = `${lowest.name} gets 5 % of its images wrong at ${low} changed pixels`;
  const unreached = placed.filter(({ px5 }) => px5.censored === 'above').map(({ name }) => name);
  if (unreached.length > 0) {
    const verb = unreached.length === 1 ? 'does' : 'do';
    return `${start}; ${list.format(unreached)} ${verb} not get there with ${last}.`;
  }
  const high = formatCriticalCount(highest.px5, counts);
  const isOpen = intervalsOverlap(lowest.px5, highest.px5);
  const doubt = isOpen ? ' Their intervals overlap.' : '';
  return `${start}, ${highest.name} at ${high}.${doubt}`;
}

function shareWrong(cell: CellResult): string {
  if (cell.accuracy === null || cell.interval === null) return 'nothing';
  const [low, high] = cell.interval.map((bound) => (1 - bound) * 100);
  const share = `${((1 - cell.accuracy) * 100).toFixed(1)} %`;
  return `${share} (${Math.max(0, high ?? 0).toFixed(1)}–${Math.max(0, low ?? 0).toFixed(1)})`;
}

/** The extremes at the ranked cell. */
function extremes({ cells, ranking }: SweepResult, nameOf: NameOf): string[] {
  const measured = atCell(cells, ranking.cell)
    .filter(({ count, accuracy }) => count === ranking.cell.count && accuracy !== null)
    .sort((a, b) => (b.accuracy ?? 0) - (a.accuracy ?? 0));
  const best = measured[0];
  const worst = measured.at(-1);
  if (best === undefined || worst === undefined || best === worst) return [];
  const at = `With ${ranking.cell.count} changed pixels`;
  if (best.accuracy === worst.accuracy) {
    return [`${at}, every model gets ${shareWrong(best)} of its images wrong.`];
  }
  return [
    `${at}, ${nameOf(best.model)} gets ${shareWrong(best)} of its images wrong and ${nameOf(worst.model)} ${shareWrong(worst)}.`,
  ];
}

function pairsOf(models: readonly string[]): [string, string][] {
  return models.flatMap((a, position) =>
    models.slice(position + 1).map((b): [string, string] => [a, b]),
  );
}

function comparisons({ ranking }: SweepResult, nameOf: NameOf): string[] {
  const tiedWith = new Map(ranking.models.map((entry) => [entry.model, entry.tiedWith]));
  const pairs = pairsOf([...tiedWith.keys()]);
  if (pairs.length === 0) return [];
  const write = ([a, b]: [string, string]) => `${nameOf(a)} and ${nameOf(b)}`;
  const isTied = ([a, b]: [string, string]) => tiedWith.get(a)?.includes(b) ?? false;
  const tied = pairs.filter(isTied).map(write);
  const apart = pairs.filter((pair) => !isTied(pair)).map(write);

  if (apart.length === 0) return ['At that count, no two models can be told apart.'];
  if (tied.length === 0) {
    const order = [...ranking.models].sort((a, b) => a.rank - b.rank);
    const names = order.map(({ model }) => nameOf(model));
    return [`At that count, all models differ; most robust first: ${list.format(names)}.`];
  }
  if (tied.length <= 3) {
    return [
      `At that count, these cannot be told apart: ${tied.join('; ')}. All other pairs differ.`,
    ];
  }
  if (apart.length <= 3)
    return [`At that count, only these can be told apart: ${apart.join('; ')}.`];
  return [
    `At that count, ${apart.length} of ${pairs.length} pairs of models differ; the others cannot be told apart.`,
  ];
}

/**
 * Says what a result shows, and what it does not decide.
 *
 * The headline holds the lowest and the highest PX5, each with its 95 % interval. The comparison
 * rests on the paired tests of `result.ranking`, corrected by Holm at the 5 % level.
 * @param nameOf name of a model for a person
 */
export function describeFinding(result: SweepResult, nameOf: NameOf): Finding {
  const largest = Math.max(0, ...Object.values(result.eligible));
  if (largest === 0) {
    return {
      headline: 'No image is classified correctly by all models, so nothing could be counted.',
      details: ['Choose more images and run again.'],
    };
  }
  return {
    headline: headlineOf(placeModels(result, nameOf), result.spec.grid.counts),
    details: [...extremes(result, nameOf), ...comparisons(result, nameOf)],
  };
}
