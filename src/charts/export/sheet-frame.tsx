import type { ReactNode } from 'react';
import { Marker } from '../marker.tsx';
import type { SeriesStyle } from '../../run/figure/series-style.ts';
import { sheetMargin } from './sheet-layout.ts';

interface SheetFrameProps {
  readonly title: string;
  readonly caption: readonly string[];
  readonly width: number;
  readonly height: number;
  readonly legend: readonly { readonly name: string; readonly style: SeriesStyle }[];
  /** Where the entries of the legend stand, in their order. */
  readonly places: readonly { readonly x: number; readonly y: number }[];
  readonly children: ReactNode;
}

/** What every saved sheet has: its ground, its title in words and in sight, and its legend. */
export function SheetFrame(props: SheetFrameProps) {
  const { title, caption, width, height, legend, places, children } = props;
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
        const place = places[at];
        if (place === undefined) return null;
        return (
          <g key={name} data-part="legend">
            <SheetKey style={style} x={place.x} y={place.y} />
            <text x={place.x + 38} y={place.y + 5}>
              {name}
            </text>
          </g>
        );
      })}
      {children}
    </svg>
  );
}

interface SheetKeyProps {
  readonly style: SeriesStyle;
  readonly x: number;
  readonly y: number;
}

/** A piece of a line with its marker. */
export function SheetKey({ style, x, y }: SheetKeyProps) {
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
