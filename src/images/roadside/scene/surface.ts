import { clamp, mix, rotationFromHalfTangent, smoothStep } from '../elementary.ts';
import type { Stream } from '../stream.ts';
import { blotchMask, maskCount, sampleMask } from './masks.ts';

interface Blotches {
  readonly mask: Float32Array;
  readonly scale: number;
  readonly shiftX: number;
  readonly shiftY: number;
  readonly strength: number;
}

interface Patch {
  readonly x: number;
  readonly y: number;
  readonly cos: number;
  readonly sin: number;
  readonly halfWidth: number;
  readonly halfHeight: number;
  readonly colour: readonly number[];
}

/** What the weather, the sun and passers-by do to the face of one sign. */
export interface Surface {
  readonly slopeX: number;
  readonly slopeY: number;
  readonly leafShadow: Blotches | null;
  readonly edgeShadow: {
    nx: number;
    ny: number;
    offset: number;
    soft: number;
    shade: number;
  } | null;
  readonly dirt: Blotches | null;
  readonly patches: readonly Patch[];
  readonly glare: { x: number; y: number; radius: number; strength: number } | null;
}

function chooseBlotches(stream: Stream, weakest: number, strongest: number): Blotches {
  return {
    mask: blotchMask(stream.below(maskCount)),
    scale: stream.between(6, 24),
    shiftX: stream.between(0, 64),
    shiftY: stream.between(0, 64),
    strength: stream.between(weakest, strongest),
  };
}

function choosePatch(stream: Stream): Patch {
  const turn = rotationFromHalfTangent(stream.between(-1, 1));
  const level = stream.chance(0.6) ? stream.between(0.3, 0.85) : stream.between(0.01, 0.2);
  return {
    x: stream.around(-0.7, 0.7),
    y: stream.around(-0.7, 0.8),
    cos: turn.cos,
    sin: turn.sin,
    halfWidth: stream.between(0.05, 0.26),
    halfHeight: stream.between(0.04, 0.2),
    colour: [
      level * stream.between(0.8, 1),
      level * stream.between(0.8, 1),
      level * stream.between(0.8, 1),
    ],
  };
}

export function chooseSurface(stream: Stream): Surface {
  const patches: Patch[] = [];
  const patchCount = stream.chance(0.14) ? 1 + stream.below(2) : 0;
  for (let i = 0; i < patchCount; i += 1) patches.push(choosePatch(stream));
  const direction = rotationFromHalfTangent(stream.between(-1, 1));
  const sign = stream.chance(0.5) ? 1 : -1;
  const slope = stream.between(0, 0.35);
  return {
    slopeX: slope * stream.between(-1, 1),
    slopeY: slope * stream.between(-1, 1),
    leafShadow: stream.chance(0.16) ? chooseBlotches(stream, 0.25, 0.75) : null,
    edgeShadow: stream.chance(0.14)
      ? {
          nx: sign * direction.cos,
          ny: sign * direction.sin,
          offset: stream.around(-0.8, 0.8),
          soft: stream.between(0.03, 0.4),
          shade: stream.between(0.2, 0.75),
        }
      : null,
    dirt: stream.chance(0.25) ? chooseBlotches(stream, 0.08, 0.45) : null,
    patches,
    glare: stream.chance(0.07)
      ? {
          x: stream.around(-0.9, 0.9),
          y: stream.around(-0.9, 0.9),
          radius: stream.between(0.3, 0.9),
          strength: stream.between(0.1, 0.6),
        }
      : null,
  };
}

function blotchAt(blotches: Blotches, x: number, y: number): number {
  const { mask, scale, shiftX, shiftY, strength } = blotches;
  return strength * sampleMask(mask, x * scale + shiftX, y * scale + shiftY);
}

/** Turns reflectance at a point of the sign plane into the light it sends, in place. */
export function lightSurface(surface: Surface, x: number, y: number, rgb: Float64Array): void {
  for (const patch of surface.patches) {
    const dx = x - patch.x;
    const dy = y - patch.y;
    const away = Math.max(
      Math.abs(dx * patch.cos + dy * patch.sin) - patch.halfWidth,
      Math.abs(dy * patch.cos - dx * patch.sin) - patch.halfHeight,
    );
    const cover = clamp(0.5 - away * 30, 0, 1);
    if (cover > 0) {
      for (let i = 0; i < 3; i += 1) rgb[i] = mix(rgb[i] ?? 0, patch.colour[i] ?? 0, cover);
    }
  }
  if (surface.dirt) {
    const dirt = blotchAt(surface.dirt, x, y);
    rgb[0] = mix(rgb[0] ?? 0, 0.14, dirt);
    rgb[1] = mix(rgb[1] ?? 0, 0.12, dirt);
    rgb[2] = mix(rgb[2] ?? 0, 0.09, dirt);
  }
  let light = 1 + surface.slopeX * x + surface.slopeY * y;
  if (surface.leafShadow) light *= 1 - blotchAt(surface.leafShadow, x, y);
  const shadow = surface.edgeShadow;
  if (shadow) {
    const depth = shadow.nx * x + shadow.ny * y - shadow.offset;
    light *= 1 - shadow.shade * smoothStep(-shadow.soft, shadow.soft, depth);
  }
  let shine = 0;
  const glare = surface.glare;
  if (glare) {
    const dx = (x - glare.x) / glare.radius;
    const dy = (y - glare.y) / glare.radius;
    const fall = Math.max(0, 1 - dx * dx - dy * dy);
    shine = glare.strength * fall * fall;
  }
  for (let i = 0; i < 3; i += 1) rgb[i] = (rgb[i] ?? 0) * light + shine;
}
