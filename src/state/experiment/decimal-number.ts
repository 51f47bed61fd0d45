export interface DecimalRange {
  /** Smallest number allowed. */
  readonly from?: number;
  /** Numbers must be greater than this one. */
  readonly above?: number;
  /** Largest number allowed. */
  readonly to: number;
}

/** Reads "0.001", ".5" or "1e-3"; null for anything but a number within the range. */
export function parseDecimal(text: string, { from, above, to }: DecimalRange): number | null {
  const entered = text.trim();
  if (!/^(\d+(\.\d*)?|\.\d+)(e[+-]?\d{1,3})?$/i.test(entered)) return null;
  const value = Number(entered);
  const isLargeEnough =
    (from === undefined || value >= from) && (above === undefined || value > above);
  return isLargeEnough && value <= to ? value : null;
}
