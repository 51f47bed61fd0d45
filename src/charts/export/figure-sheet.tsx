import { CurvePanel } from '../figure/curve-panel.tsx';
import { DotPanel } from '../figure/dot-panel.tsx';
import { stillView } from '../figure/panel-view.ts';
import type { SavedFigure } from './saved-figure.ts';
import { SheetFrame, SheetKey } from './sheet-frame.tsx';
import { sheetLayout, sheetMargin, type SheetLayout } from './sheet-layout.ts';

const curveHeight = 420;
const smallCurveHeight = 230;

function panelHeight({ kind, panels }: SavedFigure): number {
  const rows = Math.max(...panels.map(({ series }) => series.length));
  if (kind === 'dots') return rows * (panels.length === 1 ? 44 : 28) + 40;
  return panels.length === 1 ? curveHeight : smallCurveHeight;
}

function layoutOf(figure: SavedFigure): SheetLayout {
  const { legend, panels, caption } = figure;
  const names = legend.map(({ name }) => name);
  const hasHeadings = panels.some(({ heading }) => heading !== null);
  return sheetLayout(names, panels.length, panelHeight(figure), hasHeadings, caption);
}

/** A saved figure with all that explains it. */
export function FigureSheet({ figure }: { readonly figure: SavedFigure }) {
  const { title, legend, panels, axes, positions, caption, kind } = figure;
  const layout = layoutOf(figure);
  const Panel = kind === 'curves' ? CurvePanel : DotPanel;
  const { width, height } = layout;
  const last = layout.panels.at(-1);
  return (
    <SheetFrame
      title={title}
      caption={caption}
      width={width}
      height={height}
      legend={legend}
      places={layout.legend}
    >
      <text x={sheetMargin} y={layout.yTitleY} fontSize={13} fill="var(--ink-2)">
        {axes.y.title}
      </text>
      {panels.map((panel, at) => {
        const place = layout.panels[at];
        if (place === undefined) return null;
        const { id, heading } = panel;
        return (
          <g key={id} data-part="panel">
            {heading !== null && (
              <>
                <SheetKey style={heading.style} x={place.x} y={place.headingY - 5} />
                <text x={place.x + 38} y={place.headingY} fontWeight={600}>
                  {heading.name}
                </text>
              </>
            )}
            <g transform={`translate(${place.x} ${place.y})`}>
              <Panel
                axes={axes}
                width={place.width}
                height={place.height}
                view={stillView(panel, positions)}
              />
            </g>
          </g>
        );
      })}
      {kind === 'curves' && (
        <text
          x={last === undefined || panels.length > 1 ? sheetMargin : last.x + last.width - 14}
          y={layout.xTitleY}
          fontSize={13}
          textAnchor={panels.length > 1 ? 'start' : 'end'}
          fill="var(--ink-2)"
        >
          {axes.x.title}
        </text>
      )}
      {layout.caption.map(({ text, y }) => (
        <text key={y} x={sheetMargin} y={y} fontSize={13} fill="var(--ink-2)">
          {text}
        </text>
      ))}
    </SheetFrame>
  );
}
