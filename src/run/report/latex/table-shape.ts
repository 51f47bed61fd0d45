import type { ReportTable, TableCell } from '../document.ts';

/** Width of the text of the standard classes at 10 pt, in points; wider pages have room to spare. */
const textWidth = 345;
/** A table up to this width is scaled to the page; a wider one is cut, as it would get too small. */
const widest = 480;
/** Lines of a table that a page of the standard classes holds beside its caption and notes. */
const mostLines = 38;
/** Letters from which on a column of words may wrap. */
const longText = 24;

/** Average widths of a letter in footnote size and in script size, and of the gap of two columns. */
const letter = 4.4;
const smallLetter = 4;
const gap = 8;

function cellWidth([main = '', ...small]: TableCell): number {
  return Math.max(main.length * letter, ...small.map((line) => line.length * smallLetter));
}

/** Words on as many lines as keep them within so many letters. */
export function wrapped(text: string, letters: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= letters) {
      lines[lines.length - 1] = `${line} ${word}`;
    } else lines.push(word);
  }
  return lines;
}

/** Letters that a column holds which wraps in a share of the text's width. */
export function lettersIn(share: number): number {
  return Math.max(8, Math.floor((share * textWidth) / letter));
}

/** How a table is set. */
interface TableShape {
  /** Heads, each in one or more lines. */
  readonly heads: readonly (readonly string[])[];
  /** For each column the share of the text's width in which it wraps, or null where it does not. */
  readonly wraps: readonly (number | null)[];
  /** Estimated, in points. */
  readonly width: number;
}

/** Heads over numbers are no wider than the numbers; long columns of words share what is left. */
export function tableShape({ columns, rows }: ReportTable): TableShape {
  const bodies = columns.map((_, at) =>
    Math.max(0, ...rows.map((row) => cellWidth(row[at] ?? []))),
  );
  const heads = columns.map(({ head, align }, at) =>
    align === 'end' ? wrapped(head, Math.max(12, Math.ceil((bodies[at] ?? 0) / letter))) : [head],
  );
  const natural = columns.map((_, at) =>
    Math.max(bodies[at] ?? 0, ...(heads[at] ?? []).map((line) => line.length * letter)),
  );
  const gaps = gap * (columns.length - 1);
  const sum = (widths: readonly number[]): number => widths.reduce((a, b) => a + b, gaps);
  const isLong = columns.map(
    ({ align }, at) => align === 'start' && (natural[at] ?? 0) > longText * letter,
  );
  if (sum(natural) <= textWidth || !isLong.includes(true)) {
    return { heads, wraps: columns.map(() => null), width: sum(natural) };
  }
  const left = Math.max(0.4 * textWidth, textWidth - sum(natural.filter((_, at) => !isLong[at])));
  const weights = natural.map((width, at) => (isLong[at] ? Math.sqrt(width) : 0));
  const all = weights.reduce((a, b) => a + b, 0);
  const widths = natural.map((width, at) =>
    isLong[at] ? (left * (weights[at] ?? 0)) / all : width,
  );
  return {
    heads,
    wraps: widths.map((width, at) => (isLong[at] ? width / textWidth : null)),
    width: sum(widths),
  };
}

/** Equal parts of a list, as few as have at most so many entries. */
function inParts<T>(list: readonly T[], parts: number): T[][] {
  const each = Math.ceil(list.length / parts);
  return Array.from({ length: parts }, (_, part) => list.slice(part * each, (part + 1) * each));
}

/** The columns of each part; numbers only are dealt out, beside the names of the rows. */
function columnParts(table: ReportTable): number[][] {
  const places = [...table.columns.keys()];
  const isNumbers = table.columns.every(({ align }, at) => (at === 0) === (align === 'start'));
  const { width } = tableShape(table);
  if (width <= widest || !isNumbers) return [places];
  const own = cellWidth([' '.repeat(12)]);
  const parts = Math.ceil((width - own) / (widest - own));
  return inParts(places.slice(1), parts).map((part) => [0, ...part]);
}

function rowHeight(row: readonly TableCell[], wraps: TableShape['wraps']): number {
  const lines = row.map((cell, at) => {
    const share = wraps[at];
    if (share == null) return cell.length;
    return cell.reduce((sum, line) => sum + Math.ceil(line.length / lettersIn(share)), 0);
  });
  return Math.max(1, ...lines) + (row.some((cell) => cell.length > 1) ? 0.5 : 0);
}

/** Rows in parts that fit on a page each. */
function rowParts(
  rows: ReportTable['rows'],
  wraps: TableShape['wraps'],
): ReportTable['rows'][number][][] {
  const heights = rows.map((row) => rowHeight(row, wraps));
  const whole = heights.reduce((a, b) => a + b, 0);
  // Parts of about the same height, none above the most.
  const wanted = whole / Math.max(1, Math.ceil(whole / mostLines));
  const parts: ReportTable['rows'][number][][] = [[]];
  let filled = 0;
  for (const [at, row] of rows.entries()) {
    const height = heights[at] ?? 0;
    if (filled >= wanted || (filled > 0 && filled + height > mostLines)) {
      parts.push([]);
      filled = 0;
    }
    parts.at(-1)?.push(row);
    filled += height;
  }
  return parts;
}

/** A table as those that fit on a page, one below the other. */
export function pageTables(table: ReportTable): ReportTable[] {
  const { wraps } = tableShape(table);
  const rows = rowParts(table.rows, wraps);
  const columns = columnParts(table);
  const count = rows.length * columns.length;
  if (count === 1) return [table];
  const cut = columns.flatMap((places) =>
    rows.map((own) => ({
      columns: table.columns.filter((_, at) => places.includes(at)),
      rows: own.map((row) => row.filter((_, at) => places.includes(at))),
    })),
  );
  return cut.map((part, at) => ({
    ...table,
    ...part,
    id: `${table.id}-part-${at + 1}`,
    caption: `${table.caption} Part ${at + 1} of ${count}.`,
  }));
}
