import { drawingWidth } from '../export/saved-drawing.ts';
import { Marker } from '../marker.tsx';
import { changeSigns } from '../tracks/change-mark.ts';
import type { Heat, HeatCell } from './heat-types.ts';
import { tintOf } from './tint.ts';

const nameWidth = 190;
const headHeight = 52;
const rowHeight = 50;
const gap = 2;

/** Height of a drawing of a tinted table, in pixels. */
export function heatDrawingHeight({ rows }: Heat): number {
  return headHeight + rows.length * rowHeight + 8;
}

/** A tinted table for a file. */
export function HeatDrawing({ heat: { rowHead, columnTitle, columns, rows } }: { heat: Heat }) {
  const width = (drawingWidth - nameWidth) / Math.max(1, columns.length);
  const centre = (column: number) => nameWidth + (column + 0.5) * width;
  return (
    <>
      <text
        x={nameWidth + (drawingWidth - nameWidth) / 2}
        y={18}
        textAnchor="middle"
        fontSize={13}
        fill="var(--ink-2)"
      >
        {columnTitle}
      </text>
      <text y={42} fontWeight={600}>
        {rowHead}
      </text>
      {columns.map(({ id, name }, column) => (
        <text key={id} x={centre(column)} y={42} textAnchor="middle" fontWeight={600}>
          {name}
        </text>
      ))}
      {rows.map(({ id, name, style, cells }, row) => (
        <g key={id} data-part="row" transform={`translate(0 ${headHeight + row * rowHeight})`}>
          <Marker shape={style.marker} color={style.color} x={8} y={rowHeight / 2} />
          <text x={24} y={rowHeight / 2 + 5} fontWeight={600}>
            {name}
          </text>
          {columns.map((each, column) => {
            const cell = cells[column] ?? null;
            return (
              <g key={each.id} transform={`translate(${centre(column)} 0)`}>
                {cell === null ? (
                  <text y={30} textAnchor="middle" fill="var(--ink-2)">
                    –
                  </text>
                ) : (
                  <Cell cell={cell} width={width - gap} />
                )}
              </g>
            );
          })}
        </g>
      ))}
    </>
  );
}

function Cell({ cell, width }: { readonly cell: HeatCell; readonly width: number }) {
  const { color, opacity } = tintOf(cell);
  const { text, detail, mark } = cell;
  return (
    <>
      <rect
        x={-width / 2}
        width={width}
        height={rowHeight - gap}
        rx={4}
        fill={color}
        fillOpacity={opacity}
      />
      <text y={detail === '' ? 29 : 21} textAnchor="middle" fontWeight={600}>
        {text}
        {mark !== null && ` ${changeSigns[mark]}`}
      </text>
      {detail !== '' && (
        <text y={38} textAnchor="middle" fontSize={12}>
          {detail}
        </text>
      )}
    </>
  );
}
