/** Where the parts of a saved figure lie, in pixels. */
export interface SheetLayout {
  readonly width: number;
  readonly height: number;
  readonly legend: readonly { readonly x: number; readonly y: number }[];
  readonly panels: readonly {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
    /** Baseline of the panel's heading. */
    readonly headingY: number;
  }[];
  readonly yTitleY: number;
  readonly xTitleY: number;
  readonly caption: readonly { readonly text: string; readonly y: number }[];
}

export const sheetMargin = 32;
const width = 960;
const inner = width - 2 * sheetMargin;
const titleHeight = 34;
const legendLine = 24;
const gap = 20;
const captionLine = 19;
/** Of text of 14 pixels, on average, with room to spare. */
const letterWidth = 7.8;
const keyWidth = 30 + 8;

/** Words in lines of at most so many letters. */
export function wrapped(text: string, letters: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (longer.length > letters && line !== '') {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === '' ? lines : [...lines, line];
}

function legendPlaces(names: readonly string[]): { x: number; y: number }[] {
  let x = sheetMargin;
  let y = sheetMargin + titleHeight;
  return names.map((name) => {
    const length = keyWidth + name.length * letterWidth + 22;
    if (x > sheetMargin && x + length > width - sheetMargin) {
      x = sheetMargin;
      y += legendLine;
    }
    const place = { x, y };
    x += length;
    return place;
  });
}

/**
 * Lays out a saved figure: title, legend, axis title, panels in rows, axis title, caption.
 * @param panelHeight of one panel's drawing
 */
export function sheetLayout(
  names: readonly string[],
  panels: number,
  panelHeight: number,
  hasHeadings: boolean,
  caption: readonly string[],
): SheetLayout {
  const legend = legendPlaces(names);
  const yTitleY = (legend.at(-1)?.y ?? sheetMargin + titleHeight) + legendLine + 14;
  const columns = panels === 1 ? 1 : Math.min(3, panels);
  const panelWidth = Math.floor((inner - gap * (columns - 1)) / columns);
  const heading = hasHeadings ? 30 : 6;
  const first = yTitleY + 10;
  const rowHeight = heading + panelHeight + (hasHeadings ? 10 : 0);
  const places = Array.from({ length: panels }, (_, at) => {
    const top = first + Math.floor(at / columns) * rowHeight;
    return {
      x: sheetMargin + (at % columns) * (panelWidth + gap),
      y: top + heading,
      width: panelWidth,
      height: panelHeight,
      headingY: top + 20,
    };
  });
  const xTitleY = first + Math.ceil(panels / columns) * rowHeight + 16;
  const lines = caption.flatMap((text) => wrapped(text, Math.floor(inner / 6.7)));
  const captionStart = xTitleY + 34;
  return {
    width,
    height: captionStart + (lines.length - 1) * captionLine + sheetMargin - 8,
    legend,
    panels: places,
    yTitleY,
    xTitleY,
    caption: lines.map((text, at) => ({ text, y: captionStart + at * captionLine })),
  };
}
