import { useState, type KeyboardEvent, type PointerEvent } from 'react';
import type { ChangedPixel } from '../../../core/pixel-change.ts';
import { nearestPixel } from './nearest-pixel.ts';

/** Between the two pictures of a pair, in CSS pixels. */
const PAIR_GAP = 4;

/**
 * Chooses the changed pixel to magnify: the one closest to the pointer, or with arrow keys one
 * after the other.
 * @param width of one of the two pictures in CSS pixels
 */
export function useLens(pixels: readonly ChangedPixel[], width: number, zoom: number) {
  const [index, setIndex] = useState<number | null>(null);
  const last = pixels.length - 1;

  return {
    /** Null while nothing is magnified. */
    index: last < 0 ? null : index,
    handlers: {
      onPointerMove: (event: PointerEvent<HTMLElement>) => {
        const { left, top } = event.currentTarget.getBoundingClientRect();
        const across = event.clientX - left;
        const x = across > width ? across - width - PAIR_GAP : across;
        setIndex(nearestPixel(pixels, { row: (event.clientY - top) / zoom, column: x / zoom }));
      },
      onPointerLeave: () => setIndex(null),
      onFocus: (event: { readonly currentTarget: HTMLElement }) => {
        if (event.currentTarget.matches(':focus-visible')) setIndex(0);
      },
      onBlur: () => setIndex(null),
      onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
        const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
        if (step === undefined) return;
        event.preventDefault();
        setIndex(Math.min(last, Math.max(0, (index ?? -1) + step)));
      },
    },
  };
}
