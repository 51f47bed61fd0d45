import { useRef, useState, type UIEvent } from 'react';

/** Rows beyond the screen that are kept in the page, so that scrolling meets no gap. */
const AHEAD = 4;
/** Rows before the box has been measured. */
const FIRST_ROWS = 8;

/**
 * Which of many rows of one height are in the page.
 * @param height of the box that scrolls, in CSS pixels; 0 until it is measured
 */
export function useRowWindow(rows: number, rowHeight: number, height: number) {
  const box = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const visible = height === 0 ? FIRST_ROWS : Math.ceil(height / rowHeight) + 1;
  const first = Math.max(0, Math.min(top, rows - visible) - AHEAD);
  const last = Math.min(rows, top + visible + AHEAD);

  return {
    /** The box that scrolls. */
    box,
    /** Whole rows that the box shows. */
    page: Math.max(1, Math.floor(height / rowHeight)),
    shown: Array.from({ length: Math.max(0, last - first) }, (_, at) => first + at),
    onScroll: ({ currentTarget }: UIEvent<HTMLElement>) =>
      setTop(Math.floor(currentTarget.scrollTop / rowHeight)),
    /** Scrolls as little as shows all of a row. */
    reveal: (row: number) => {
      const element = box.current;
      if (element === null) return;
      const start = row * rowHeight;
      const end = start + rowHeight;
      const { scrollTop, clientHeight } = element;
      element.scrollTop = Math.min(start, Math.max(scrollTop, end - clientHeight));
    },
  };
}
