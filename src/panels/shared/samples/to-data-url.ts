/**
 * A picture as an address for `img`.
 * @param bytes size × size × 3
 */
export function toDataUrl(bytes: Uint8Array, size: number): string {
  const image = new ImageData(size, size);
  for (let pixel = 0; pixel < size * size; pixel += 1) {
    image.data.set(bytes.subarray(pixel * 3, pixel * 3 + 3), pixel * 4);
    image.data[pixel * 4 + 3] = 255;
  }
  const canvas = document.createElement('canvas');
  canvas.width = size;
  canvas.height = size;
  // On a GPU canvas reading back would block the page until the GPU process has started and answered.
  canvas.getContext('2d', { willReadFrequently: true })?.putImageData(image, 0, 0);
  return canvas.toDataURL();
}
