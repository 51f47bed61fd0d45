import { useState } from 'react';
import type { FigurePlace } from '../../../run/figure/figure-types.ts';

/** What a figure without pinned places is given to keep its active position. */
interface ActivePosition {
  readonly active: number;
  readonly onActive: (position: number) => void;
  readonly pinned: null;
  /** A click makes the position of the place active. */
  readonly onPin: (place: Pick<FigurePlace, 'x'> | null) => void;
}

/**
 * The position that a figure and its table speak of: the one that was chosen, as long as the figure
 * has it.
 * @param positions of the figure
 * @param otherwise the position before any is chosen
 */
export function useActivePosition(positions: readonly number[], otherwise: number): ActivePosition {
  const [wanted, setWanted] = useState<number | null>(null);
  const active = wanted !== null && positions.includes(wanted) ? wanted : otherwise;
  return {
    active,
    onActive: setWanted,
    pinned: null,
    onPin: (place) => {
      if (place !== null) setWanted(place.x);
    },
  };
}
