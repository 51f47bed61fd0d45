import type { SavedDrawing } from './saved-drawing.ts';
import { SheetFrame } from './sheet-frame.tsx';
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
    <SheetFrame
      title={title}
      caption={caption}
      width={width}
      height={height}
      legend={legend}
      places={layout.legend}
    >
      <g transform={`translate(${sheetMargin} ${top})`}>{drawing}</g>
      {layout.caption.map(({ text, y }) => (
        <text key={y} x={sheetMargin} y={y - shift} fontSize={13} fill="var(--ink-2)">
          {text}
        </text>
      ))}
    </SheetFrame>
  );
}
