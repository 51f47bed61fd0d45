import { useEffect, useRef, useState, type ReactNode } from 'react';
import classes from './scroll-box.module.css';

interface ScrollBoxProps {
  /** Names the box where it scrolls. */
  readonly label: string;
  readonly children: ReactNode;
}

/** Scrolls what is too wide inside a box of its own; the keyboard reaches it then, and only then. */
export function ScrollBox({ label, children }: ScrollBoxProps) {
  const box = useRef<HTMLDivElement>(null);
  const [isWide, setIsWide] = useState(false);

  useEffect(() => {
    const observed = box.current;
    if (observed === null) return undefined;
    const measure = () => setIsWide(observed.scrollWidth > observed.clientWidth);
    const observer = new ResizeObserver(measure);
    observer.observe(observed);
    return () => observer.disconnect();
  }, []);

  const reachable = isWide
    ? { role: 'region', 'aria-label': `${label}, scrolls`, tabIndex: 0 }
    : {};
  return (
    <div ref={box} className={classes.box} {...reachable}>
      {children}
    </div>
  );
}
