export interface WholeRange {
  readonly min: number;
  readonly max: number;
}

/** Reads "1000", "1,000" or "1 000"; null for anything but a whole number within the range. */
export function parseWhole(text: string, { min, max }: WholeRange): number | null {
  const entered = text.trim();
  if (!/^(\d{1,16}|\d{1,3}([,\s]\d{3})+)$/.test(entered)) return null;
  const value = Number(entered.replaceAll(/[,\s]/g, ''));
  return Number.isSafeInteger(value) && value >= min && value <= max ? value : null;
}
