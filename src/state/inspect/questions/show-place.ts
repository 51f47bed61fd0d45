import { changedPixels } from '../../../core/pixel-change.ts';
import type { Rect } from '../../../core/region.ts';
import { corePixelValue } from '../../../run/pixel-values.ts';
import { keyOfImage } from '../inspect-image.ts';
import { inspectStore, pushEdits } from '../inspect-store.ts';
import type { PlaceSettings } from './place-map.ts';

/** Shows one draw of a cell on the picture: the very pixels that the map was made with. */
export function showPlace({ seed, value }: PlaceSettings, region: Rect, draw: number): void {
  const { image, picture } = inspectStore.getState();
  if (image === null || picture === null) return;
  const { height, width, bytes } = picture;
  const changes = changedPixels(bytes, {
    seed,
    imageKey: keyOfImage(image),
    draw,
    count: region.height * region.width,
    value: corePixelValue(value),
    height,
    width,
    region,
  });
  pushEdits({ changes, draw: null });
}
