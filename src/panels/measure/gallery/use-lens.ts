import { useState, type KeyboardEvent, type PointerEvent } from 'react';
import type { ChangedPixel } from '../../../core/pixel-change.ts';
import { nearestPixel } from './nearest-pixel.ts';

/**
 * Chooses the changed pixel to magnify: the one closest to the pointer, which is on one of several
 * pictures, or with arrow keys one after the other.
 * @param zoom CSS pixels a pixel
 */
export function useLens(pixels: readonly ChangedPixel[], zoom: number) {
  const [index, setIndex] = useState<number | null>(null);
  const last = pixels.length - 1;

  return {
    /** Null while nothing is magnified. */
    index: last < 0 ? null : index,
    handlers: {
      onPointerMove: (event: PointerEvent<HTMLElement>) => {
        // Between pictures, and on their captions, the last one stays magnified.
        if (!(event.target instanceof HTMLCanvasElement)) return;
        const { left, top } = event.target.getBoundingClientRect();
        const at = { row: (event.clientY - top) / zoom, column: (event.clientX - left) / zoom };
        setIndex(nearestPixel(pixels, at));
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
