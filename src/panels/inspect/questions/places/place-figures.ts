import { integer, percent, percentRange } from '../../../../run/number-text.ts';
import { clopperPearson } from '../../../../core/clopper-pearson.ts';
import { placeGrid } from '../../../../core/place-grid.ts';
import type { Rect } from '../../../../core/region.ts';
import type { Picture } from '../../../../state/inspect/edits.ts';
import type { PlaceMap } from '../../../../state/inspect/questions/place-map.ts';

export type PlaceMeasure = 'flips' | 'margin';

/** What is known of one cell, for a person. */
export interface PlaceFigures {
  readonly place: number;
  readonly rect: Rect;
  /** "rows 12–15, columns 40–43" */
  readonly where: string;
  readonly flips: number;
  readonly flipRate: number;
  /** "35.0 % (15.4–59.2)" */
  readonly flipText: string;
  /** "7 of 20 draws" */
  readonly basis: string;
  /** Mean loss of margin in logits; negative where the margin grew. */
  readonly loss: number;
  readonly firstFlip: number;
}

function span(from: number, size: number): string {
  return size === 1 ? String(from) : `${from}–${from + size - 1}`;
}

/** The figures of a cell; null where it has not been measured. */
export function placeFigures(
  map: PlaceMap,
  { height, width }: Picture,
  place: number,
): PlaceFigures | null {
  if (place < 0 || place >= map.measured) return null;
  const { side, draws } = map.settings;
  const rect = placeGrid(height, width, side).rectOf(place);
  const flips = map.flips[place] ?? 0;
  const range = percentRange(clopperPearson(flips, draws));
  const one = rect.height === 1 && rect.width === 1;
  return {
    place,
    rect,
    where: `${one ? 'row' : 'rows'} ${span(rect.top, rect.height)}, ${one ? 'column' : 'columns'} ${span(rect.left, rect.width)}`,
    flips,
    flipRate: flips / draws,
    flipText: `${percent(flips / draws)} (${range})`,
    basis: `${integer(flips)} of ${integer(draws)} draws`,
    loss: map.cleanMargin - (map.margin[place] ?? map.cleanMargin),
    firstFlip: map.firstFlip[place] ?? -1,
  };
}

/** Share of the whole scale, all draws or the whole margin, that a map spans at least. */
const LEAST = 0.02;

/** What the end of a scale stands for: the largest flip rate, or loss of margin, found so far. */
export function scaleEnd(map: PlaceMap, measure: PlaceMeasure): number {
  const { cleanMargin, margin, measured, flips, settings } = map;
  if (measure === 'flips') {
    return flips.reduce((top, each) => Math.max(top, each / settings.draws), LEAST);
  }
  const least = margin.subarray(0, measured).reduce((low, each) => Math.min(low, each), Infinity);
  return Math.max(cleanMargin - least, LEAST * cleanMargin, 1e-6);
}

/** Share of a scale that a cell reaches, by its number; null where it has not been measured. */
export function placeShares(
  map: PlaceMap,
  measure: PlaceMeasure,
  end: number,
): (place: number) => number | null {
  const { measured, flips, margin, cleanMargin, settings } = map;
  return (place) => {
    if (place >= measured) return null;
    const value =
      measure === 'flips'
        ? (flips[place] ?? 0) / settings.draws
        : cleanMargin - (margin[place] ?? cleanMargin);
    return value / end;
  };
}

/** The cells that were measured, most fragile first: by flips, of equals by loss of margin. */
export function placesInOrder(map: PlaceMap): number[] {
  const flips = (place: number) => map.flips[place] ?? 0;
  const margin = (place: number) => map.margin[place] ?? 0;
  return Array.from({ length: map.measured }, (_, place) => place).sort(
    (a, b) => flips(b) - flips(a) || margin(a) - margin(b) || a - b,
  );
}
