import { rangeFraction } from '../../../core/pixel-index.ts';
import type { CellResult, SweepResult } from '../../../protocol/result.ts';
import { corePixelValue } from '../../pixel-values.ts';
import { measureWords } from '../measure-words.ts';
import { cellsAt, type Setting } from './cells.ts';
import {
  changedPixels,
  eachOf,
  intervalsApart,
  listOf,
  regionText,
  valueText,
  wrongOf,
  wrongShare,
  type NameOf,
} from '../wording.ts';

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
  /** What all models show that are not decided one by one. */
  readonly lean: string;
  readonly open: string;
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
    lean: `more images ${measureWords(result.spec).goBad} with larger changes`,
    open: 'these images do not decide whether larger changes do more harm',
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
    lean: `more images ${measureWords(result.spec).goBad} with pixels near the centre`,
    open: 'these images do not decide whether it matters where the pixels lie',
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

/** The ranked count, or in a run that is not complete the largest that both ends have reached. */
function measuredCount(result: SweepResult, varied: Varied): number {
  const ranked = result.ranking.cell.count;
  const counts = [ranked, ...[...result.spec.grid.counts].sort((a, b) => b - a)];
  return counts.find((count) => spansOf(result, varied, count).length > 0) ?? ranked;
}

const rise = ({ from, to }: Span) => wrongOf(to) - wrongOf(from);

/**
 * How the setting that varies acts at the ranked count. A model counts as decided where the 95 %
 * intervals at the two ends leave a gap, which is cautious: the draws at both ends are paired.
 */
function describeVaried(result: SweepResult, varied: Varied, nameOf: NameOf): string[] {
  const count = measuredCount(result, varied);
  const spans = spansOf(result, varied, count).sort((a, b) => rise(b) - rise(a));
  const decided = spans.filter(({ from, to }) => intervalsApart(from, to));
  const worse = decided.filter((span) => rise(span) > 0);
  const reverse = decided.findLast((span) => rise(span) < 0);
  const at = `With ${changedPixels(count)}`;
  const { spoils, spoilsToo } = measureWords(result.spec);
  const change = ({ from, to }: Span) =>
    `${nameOf(from.model)} ${spoils(wrongShare(from))} ${varied.text(from)} and ${spoilsToo(wrongShare(to))} ${varied.text(to)}`;
  const names = (some: readonly Span[]) => listOf(some.map(({ from }) => nameOf(from.model)));

  const [steepest] = spans;
  if (steepest === undefined) return ['Too little was measured to say anything.'];
  const [strongest] = worse;
  if (strongest === undefined && reverse === undefined) {
    const widest = spans.reduce((most, span) =>
      Math.abs(rise(span)) > Math.abs(rise(most)) ? span : most,
    );
    const each = eachOf(
      spans.map(({ from }) => nameOf(from.model)),
      result.spec.models.length,
    );
    return [
      `${at}, ${varied.open}.`,
      rise(widest) === 0
        ? `For ${each} the share is the same at both ends.`
        : `For ${each} the intervals at both ends overlap. The widest gap: ${change(widest)}.`,
      ...sameDirection(spans, varied),
    ];
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

/** Said where no single model is decided, yet all of several lean to one side. */
function sameDirection(spans: readonly Span[], { lean }: Varied): string[] {
  const up = spans.filter((span) => rise(span) > 0).length;
  if (spans.length < 2 || up < spans.length) return [];
  return [`All ${spans.length} models lean to one side, though: ${lean}.`];
}

/** What a grid with several values, several regions or both says: values first. */
export function settingFinding(result: SweepResult, nameOf: NameOf): string[] {
  const { values, regions } = result.spec.grid;
  return [
    ...(values.length > 1 ? describeVaried(result, variedValue(result), nameOf) : []),
    ...(regions.length > 1 ? describeVaried(result, variedRegion(result), nameOf) : []),
  ];
}
