/**
 * A picture as an address for `img`.
 * @param bytes width × height × 3
 * @param height default: as high as wide
 */
export function toDataUrl(bytes: Uint8Array, width: number, height = width): string {
  const image = new ImageData(width, height);
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    image.data.set(bytes.subarray(pixel * 3, pixel * 3 + 3), pixel * 4);
    image.data[pixel * 4 + 3] = 255;
  }
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  // On a GPU canvas reading back would block the page until the GPU process has started and answered.
  canvas.getContext('2d', { willReadFrequently: true })?.putImageData(image, 0, 0);
  return canvas.toDataURL();
}
