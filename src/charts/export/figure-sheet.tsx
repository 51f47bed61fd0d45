import { Marker } from '../marker.tsx';
import type { SeriesStyle } from '../series-style.ts';
import type { SavedFigure } from './saved-figure.ts';
import { sheetMargin, type SheetLayout } from './sheet-layout.ts';

interface FigureSheetProps {
  readonly figure: SavedFigure;
  readonly layout: SheetLayout;
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

/** All of a saved figure but its panels, for which it leaves marked room. */
export function FigureSheet({ figure, layout }: FigureSheetProps) {
  const { title, legend, panels, axes, caption, kind } = figure;
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
      {panels.map(({ id, heading }, at) => {
        const place = layout.panels[at];
        if (place === undefined) return null;
        return (
          <g key={id}>
            {heading !== null && (
              <>
                <Key style={heading.style} x={place.x} y={place.headingY - 5} />
                <text x={place.x + 38} y={place.headingY} fontWeight={600}>
                  {heading.name}
                </text>
              </>
            )}
            <svg data-room={id} x={place.x} y={place.y} width={place.width} height={place.height} />
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
