import { Marker } from '../marker.tsx';
import type { SavedDrawing } from './saved-drawing.ts';
import { sheetLayout, sheetMargin } from './sheet-layout.ts';

/** From one line of the head to the next, in pixels. */
const belowTitle = 22;

/** A saved drawing with its title above, and its legend and caption. */
export function DrawingSheet({ figure }: { readonly figure: SavedDrawing }) {
  const { title, drawing, height: inner, legend, caption } = figure;
  const names = legend.map(({ name }) => name);
  const layout = sheetLayout(names, 1, inner, false, caption);
  const { width } = layout;
  // The drawing brings its own titles: it moves up to where those of a figure's axes would be.
  const top = (layout.legend.at(-1)?.y ?? sheetMargin + belowTitle) + belowTitle;
  const shift = (layout.panels[0]?.y ?? top) - top;
  const height = layout.height - shift;
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
        const { x, y } = layout.legend[at] ?? { x: 0, y: 0 };
        return (
          <g key={name} data-part="legend">
            <line
              x1={x}
              x2={x + 30}
              y1={y}
              y2={y}
              stroke={style.color}
              strokeWidth={style.width}
              strokeDasharray={style.dash}
            />
            <Marker shape={style.marker} color={style.color} x={x + 15} y={y} />
            <text x={x + 38} y={y + 5}>
              {name}
            </text>
          </g>
        );
      })}
      <g transform={`translate(${sheetMargin} ${top})`}>{drawing}</g>
      {layout.caption.map(({ text, y }) => (
        <text key={y} x={sheetMargin} y={y - shift} fontSize={13} fill="var(--ink-2)">
          {text}
        </text>
      ))}
    </svg>
  );
}
