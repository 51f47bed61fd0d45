import { rangeFraction } from '../../../core/pixel-index.ts';
import type { CellResult, SweepResult } from '../../../protocol/result.ts';
import { corePixelValue } from '../../../run/pixel-values.ts';
import { cellsAt, type Setting } from './cells.ts';
import {
  changedPixels,
  intervalsApart,
  listOf,
  regionText,
  valueText,
  wrongOf,
  wrongShare,
  type NameOf,
} from './wording.ts';

/** One model at the two ends of what is varied. */
interface Span {
  readonly from: CellResult;
  readonly to: CellResult;
}

interface Varied {
  /** From the mildest setting to the one that should do most harm. */
  readonly settings: readonly Setting[];
  readonly text: (setting: Setting) => string;
  readonly harm: string;
  readonly noHarm: string;
}

function variedValue(result: SweepResult): Varied {
  const { region } = result.ranking.cell;
  const width = ({ value }: Setting) => rangeFraction(corePixelValue(value));
  return {
    settings: result.spec.grid.values
      .map((value) => ({ value, region }))
      .sort((a, b) => width(a) - width(b)),
    text: ({ value }) => `with ${valueText(value)}`,
    harm: 'larger changes do more harm',
    noHarm: 'the size of the change makes no difference that these images can show',
  };
}

function variedRegion(result: SweepResult): Varied {
  const { value } = result.ranking.cell;
  return {
    settings: result.spec.grid.regions
      .map((region) => ({ value, region }))
      .sort((a, b) => b.region - a.region),
    text: ({ region }) => regionText(region),
    harm: 'pixels near the centre do more harm',
    noHarm: 'where the pixels lie makes no difference that these images can show',
  };
}

function spansOf(result: SweepResult, { settings }: Varied, count: number): Span[] {
  const first = settings[0];
  const last = settings.at(-1);
  if (first === undefined || last === undefined) return [];
  const ends = cellsAt(result, last, count);
  return cellsAt(result, first, count).flatMap((from) => {
    const to = ends.find(({ model }) => model === from.model);
    return to === undefined ? [] : [{ from, to }];
  });
}

const rise = ({ from, to }: Span) => wrongOf(to) - wrongOf(from);

/**
 * How the setting that varies acts at the ranked count. A model counts as decided where the 95 %
 * intervals at the two ends leave a gap, which is cautious: the draws at both ends are paired.
 */
function describeVaried(result: SweepResult, varied: Varied, nameOf: NameOf): string[] {
  const { count } = result.ranking.cell;
  const spans = spansOf(result, varied, count).sort((a, b) => rise(b) - rise(a));
  const decided = spans.filter(({ from, to }) => intervalsApart(from, to));
  const worse = decided.filter((span) => rise(span) > 0);
  const reverse = decided.findLast((span) => rise(span) < 0);
  const at = `With ${changedPixels(count)}`;
  const change = ({ from, to }: Span) =>
    `${nameOf(from.model)} gets ${wrongShare(from)} of its images wrong ${varied.text(from)} and ${wrongShare(to)} ${varied.text(to)}`;
  const names = (some: readonly Span[]) => listOf(some.map(({ from }) => nameOf(from.model)));

  const [steepest] = spans;
  if (steepest === undefined) return ['Too little was measured to say anything.'];
  const [strongest] = worse;
  if (strongest === undefined && reverse === undefined) {
    return [`${at}, ${varied.noHarm}.`, `The widest gap: ${change(steepest)}; intervals overlap.`];
  }
  if (strongest === undefined || reverse !== undefined) {
    const lead = strongest ?? reverse ?? steepest;
    const against = strongest && reverse ? [`The other way round: ${change(reverse)}.`] : [];
    return [`${at}, ${change(lead)}.`, ...against];
  }
  const also = worse.slice(1);
  const open = spans.filter((span) => !decided.includes(span));
  return [
    `${at}, ${varied.harm}: ${change(strongest)}.`,
    ...(also.length === 0 ? [] : [`The same holds for ${names(also)}.`]),
    ...(open.length === 0 ? [] : [`For ${names(open)} the intervals overlap.`]),
  ];
}

/** What a grid with several values, several regions or both says: values first. */
export function settingFinding(result: SweepResult, nameOf: NameOf): string[] {
  const { values, regions } = result.spec.grid;
  return [
    ...(values.length > 1 ? describeVaried(result, variedValue(result), nameOf) : []),
    ...(regions.length > 1 ? describeVaried(result, variedRegion(result), nameOf) : []),
  ];
}
