import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { FigureSheet } from './figure-sheet.tsx';
import { withLightColors } from './light-colors.ts';
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
export function figureSvg(figure: SavedFigure): string {
  const host = document.createElement('div');
  const root = createRoot(host);
  try {
    flushSync(() => root.render(<FigureSheet figure={figure} />));
    const svg = host.querySelector('svg');
    if (svg === null) throw new Error('the figure could not be drawn');
    strip(svg);
    const text = withLightColors(new XMLSerializer().serializeToString(svg));
    return `<?xml version="1.0" encoding="UTF-8"?>\n${text}\n`;
  } finally {
    root.unmount();
  }
}
