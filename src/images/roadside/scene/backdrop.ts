import { backgroundCount, backgroundTexture } from '../backgrounds/bank.ts';
import { sampleTexture, textureSize, type Texture } from '../backgrounds/texture.ts';
import { rotationFromHalfTangent, smoothStep } from '../elementary.ts';
import type { Stream } from '../stream.ts';

interface View {
  readonly texture: Texture;
  readonly xx: number;
  readonly xy: number;
  readonly yx: number;
  readonly yy: number;
  readonly shiftX: number;
  readonly shiftY: number;
  readonly gain: readonly number[];
}

/** What lies behind the sign: one view, or two that meet at a straight edge. */
export interface Backdrop {
  readonly near: View;
  readonly far: View | null;
  readonly nx: number;
  readonly ny: number;
  readonly offset: number;
}

function chooseView(size: number, gain: number, stream: Stream): View {
  const zoom = (stream.between(0.35, 1.15) * 64) / size;
  const turn = rotationFromHalfTangent(stream.around(-0.12, 0.12));
  const mirror = stream.chance(0.5) ? -1 : 1;
  return {
    texture: backgroundTexture(stream.below(backgroundCount)),
    xx: zoom * turn.cos * mirror,
    xy: -zoom * turn.sin,
    yx: zoom * turn.sin * mirror,
    yy: zoom * turn.cos,
    shiftX: stream.between(0, 2 * textureSize),
    shiftY: stream.between(-textureSize / 3, textureSize / 3),
    gain: [
      gain * stream.between(0.85, 1.15),
      gain * stream.between(0.92, 1.08),
      gain * stream.between(0.85, 1.15),
    ],
  };
}

/** A random backdrop for a frame of size² pixels; `gain` scales its light. */
export function chooseBackdrop(size: number, gain: number, stream: Stream): Backdrop {
  const split = stream.chance(0.35);
  const turn = rotationFromHalfTangent(stream.around(-0.2, 0.2));
  const upright = stream.chance(0.5);
  return {
    near: chooseView(size, gain, stream),
    far: split ? chooseView(size, gain * stream.between(0.4, 2.5), stream) : null,
    nx: upright ? turn.cos : turn.sin,
    ny: upright ? turn.sin : turn.cos,
    offset: size * stream.between(0.1, 0.9),
  };
}

const second = new Float64Array(3);

function sampleView(view: View, x: number, y: number, out: Float64Array): void {
  const tx = view.xx * x + view.xy * y + view.shiftX;
  const ty = view.yx * x + view.yy * y + view.shiftY;
  sampleTexture(view.texture, tx, ty, out);
  for (let i = 0; i < 3; i += 1) out[i] = (out[i] ?? 0) * (view.gain[i] ?? 1);
}

/** Light of the backdrop at a pixel, into `out`. */
export function sampleBackdrop(backdrop: Backdrop, x: number, y: number, out: Float64Array): void {
  const share = backdrop.far
    ? smoothStep(-0.7, 0.7, backdrop.nx * x + backdrop.ny * y - backdrop.offset)
    : 0;
  if (share < 1) sampleView(backdrop.near, x, y, out);
  if (share === 0 || !backdrop.far) return;
  sampleView(backdrop.far, x, y, second);
  for (let i = 0; i < 3; i += 1) {
    out[i] =
      share === 1 ? (second[i] ?? 0) : (out[i] ?? 0) * (1 - share) + (second[i] ?? 0) * share;
  }
}
