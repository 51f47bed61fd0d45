import { useEffect, useRef, useState, type RefObject } from 'react';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The size of an element in whole pixels, kept up to date; null before it is known. */
export function useSize<T extends HTMLElement>(): [RefObject<T | null>, Size | null] {
  const element = useRef<T>(null);
  const [size, setSize] = useState<Size | null>(null);

  // The browser tells the size once it has laid out the page, so that nobody makes it do so early:
  // laying out, and drawing what follows from the size, are tasks of their own.
  useEffect(() => {
    const observed = element.current;
    if (observed === null) return undefined;
    const measure = () => {
      const width = Math.floor(observed.clientWidth);
      const height = Math.floor(observed.clientHeight);
      setSize((known) =>
        known?.width === width && known.height === height ? known : { width, height },
      );
    };
    const observer = new ResizeObserver(measure);
    observer.observe(observed);
    return () => observer.disconnect();
  }, []);

  return [element, size];
}
