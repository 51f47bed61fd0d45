import { CurvePanel } from '../figure/curve-panel.tsx';
import { DotPanel } from '../figure/dot-panel.tsx';
import { stillView } from '../figure/panel-view.ts';
import { Marker } from '../marker.tsx';
import type { SeriesStyle } from '../series-style.ts';
import type { SavedFigure } from './saved-figure.ts';
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

function Key({
  style,
  x,
  y,
}: {
  readonly style: SeriesStyle;
  readonly x: number;
  readonly y: number;
}) {
  const { color, dash, marker, width } = style;
  return (
    <>
      <line
        x1={x}
        x2={x + 30}
        y1={y}
        y2={y}
        stroke={color}
        strokeWidth={width}
        strokeDasharray={dash}
      />
      <Marker shape={marker} color={color} x={x + 15} y={y} />
    </>
  );
}

/** A saved figure with all that explains it. */
export function FigureSheet({ figure }: { readonly figure: SavedFigure }) {
  const { title, legend, panels, axes, positions, caption, kind } = figure;
  const layout = layoutOf(figure);
  const Panel = kind === 'curves' ? CurvePanel : DotPanel;
  const { width, height } = layout;
  const last = layout.panels.at(-1);
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      fontFamily="sans-serif"
      fontSize={14}
      fill="var(--ink)"
    >
      <title>{title}</title>
      <desc>{caption.join(' ')}</desc>
      <rect width={width} height={height} fill="var(--surface)" />
      <text x={sheetMargin} y={sheetMargin + 12} fontSize={20} fontWeight={600}>
        {title}
      </text>
      {legend.map(({ name, style }, at) => {
        const place = layout.legend[at];
        if (place === undefined) return null;
        return (
          <g key={name} data-part="legend">
            <Key style={style} x={place.x} y={place.y} />
            <text x={place.x + 38} y={place.y + 5}>
              {name}
            </text>
          </g>
        );
      })}
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
                <Key style={heading.style} x={place.x} y={place.headingY - 5} />
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
    </svg>
  );
}
