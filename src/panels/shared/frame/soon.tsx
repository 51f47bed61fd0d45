import { startTransition, useEffect, useState, type ReactNode } from 'react';

interface SoonProps {
  /** What keeps the place until then. */
  readonly place?: ReactNode;
  readonly children: ReactNode;
}

/** Puts its children in place after what surrounds them: drawn together, both would be one long task. */
export function Soon({ place = null, children }: SoonProps) {
  const [isDue, setDue] = useState(false);
  useEffect(() => {
    startTransition(() => setDue(true));
  }, []);
  return isDue ? children : place;
}
