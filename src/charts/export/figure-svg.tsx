import { createRoot } from 'react-dom/client';
import { CurvePanel } from '../figure/curve-panel.tsx';
import { DotPanel } from '../figure/dot-panel.tsx';
import { stillView } from '../figure/panel-view.ts';
import { FigureSheet } from './figure-sheet.tsx';
import { withLightColors } from './light-colors.ts';
import type { SavedFigure } from './saved-figure.ts';
import { sheetLayout, type SheetLayout } from './sheet-layout.ts';

/** A saved figure is drawn within so many frames, or not at all. */
const patience = 120;

const curveHeight = 420;
const smallCurveHeight = 230;

function panelHeight({ kind, panels }: SavedFigure): number {
  const rows = Math.max(...panels.map(({ series }) => series.length));
  if (kind === 'dots') return rows * (panels.length === 1 ? 44 : 28) + 40;
  return panels.length === 1 ? curveHeight : smallCurveHeight;
}

function Panels({
  figure,
  layout,
}: {
  readonly figure: SavedFigure;
  readonly layout: SheetLayout;
}) {
  const Panel = figure.kind === 'curves' ? CurvePanel : DotPanel;
  return figure.panels.map((panel, at) => {
    const place = layout.panels[at];
    if (place === undefined) return null;
    return (
      <div key={panel.id} data-drawn={panel.id}>
        <Panel
          axes={figure.axes}
          width={place.width}
          height={place.height}
          view={stillView(panel, figure.positions)}
        />
      </div>
    );
  });
}

function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => resolve());
  });
}

/** The charts draw themselves in several steps: labels come last. */
async function drawn(host: HTMLElement, panels: number): Promise<void> {
  for (let frame = 0; frame < patience; frame += 1) {
    const done = [...host.querySelectorAll('[data-drawn]')].filter(
      (each) =>
        each.querySelector('[data-plot] text') !== null &&
        each.querySelector('[data-series]') !== null,
    );
    if (done.length === panels) return;
    await nextFrame();
  }
  throw new Error('the figure could not be drawn for saving');
}

const kept = new Set(['data-series', 'data-mark', 'data-part']);
const ofThePage = new Set(['class', 'style', 'role', 'tabindex', 'orientation', 'angle', 'cursor']);
/** The chart leaves the size of its plot on lines and words, where it means nothing. */
const unsized = new Set(['line', 'text']);

/** Leaves what draws, and takes out what only the page needs. */
function strip(svg: SVGElement): void {
  for (const extra of svg.querySelectorAll('[data-surface], [fill="transparent"]')) extra.remove();
  for (const element of [svg, ...svg.querySelectorAll('*')]) {
    for (const name of element.getAttributeNames()) {
      const isPages =
        ofThePage.has(name) ||
        name.startsWith('aria-') ||
        (name.startsWith('data-') && !kept.has(name)) ||
        (unsized.has(element.tagName) && (name === 'width' || name === 'height'));
      if (isPages) element.removeAttribute(name);
    }
  }
}

function assemble(host: HTMLElement): string {
  const sheet = host.querySelector<SVGSVGElement>(':scope > svg');
  if (sheet === null) throw new Error('the figure could not be drawn for saving');
  const whole = sheet.cloneNode(true);
  if (!(whole instanceof SVGElement)) throw new Error('the figure is no drawing');
  for (const room of whole.querySelectorAll('[data-room]')) {
    const id = room.getAttribute('data-room') ?? '';
    const own = host.querySelector(`[data-drawn="${CSS.escape(id)}"] svg[data-plot]`);
    for (const part of own?.children ?? []) {
      if (!['title', 'desc'].includes(part.tagName)) room.append(part.cloneNode(true));
    }
  }
  strip(whole);
  return withLightColors(new XMLSerializer().serializeToString(whole));
}

/**
 * A figure as the text of an SVG file that needs nothing else: light colours, one size whatever the
 * screen, title, legend and caption in it.
 * @throws Error if the browser draws no frames, as in a hidden tab
 */
export async function figureSvg(figure: SavedFigure): Promise<string> {
  const { legend, panels, caption } = figure;
  const hasHeadings = panels.some(({ heading }) => heading !== null);
  const names = legend.map(({ name }) => name);
  const layout = sheetLayout(names, panels.length, panelHeight(figure), hasHeadings, caption);
  const host = document.createElement('div');
  host.setAttribute('aria-hidden', 'true');
  host.style.cssText = 'position:fixed;left:-10000px;top:0;visibility:hidden';
  document.body.append(host);
  const root = createRoot(host);
  try {
    root.render(
      <>
        <FigureSheet figure={figure} layout={layout} />
        <Panels figure={figure} layout={layout} />
      </>,
    );
    await drawn(host, panels.length);
    return `<?xml version="1.0" encoding="UTF-8"?>\n${assemble(host)}\n`;
  } finally {
    root.unmount();
    host.remove();
  }
}
