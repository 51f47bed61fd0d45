import type { Picture } from '../picture.ts';
import { defocus } from './blur.ts';

/** Unsharp mask in place: adds `amount` of what a slight blur takes away; values end in 0…1. */
export function sharpen(picture: Picture, amount: number): void {
  const { size, data } = picture;
  const soft: Picture = { size, data: data.slice() };
  defocus(soft, 0.6);
  for (let i = 0; i < data.length; i += 1) {
    const value = data[i] ?? 0;
    const sharp = value + amount * (value - (soft.data[i] ?? 0));
    data[i] = sharp < 0 ? 0 : sharp > 1 ? 1 : sharp;
  }
}
