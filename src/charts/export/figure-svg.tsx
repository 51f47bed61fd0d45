import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { DrawingSheet } from './drawing-sheet.tsx';
import { FigureSheet } from './figure-sheet.tsx';
import { withLightColors } from './light-colors.ts';
import type { SavedDrawing } from './saved-drawing.ts';
import type { SavedFigure } from './saved-figure.ts';

const kept = new Set(['data-series', 'data-mark', 'data-part']);

/** Leaves what draws, and takes out what only the page needs. */
function strip(svg: SVGElement): void {
  for (const extra of svg.querySelectorAll('[fill="transparent"]')) extra.remove();
  for (const element of svg.querySelectorAll('*')) {
    for (const name of element.getAttributeNames()) {
      if (name.startsWith('data-') && !kept.has(name)) element.removeAttribute(name);
    }
  }
}

/**
 * A figure as the text of an SVG file that needs nothing else: light colours, one size whatever the
 * screen, title, legend and caption in it.
 */
export function figureSvg(figure: SavedFigure | SavedDrawing): string {
  const host = document.createElement('div');
  const root = createRoot(host);
  try {
    const sheet =
      'drawing' in figure ? <DrawingSheet figure={figure} /> : <FigureSheet figure={figure} />;
    flushSync(() => root.render(sheet));
    const svg = host.querySelector('svg');
    if (svg === null) throw new Error('the figure could not be drawn');
    strip(svg);
    const text = withLightColors(new XMLSerializer().serializeToString(svg));
    return `<?xml version="1.0" encoding="UTF-8"?>\n${text}\n`;
  } finally {
    root.unmount();
  }
}
