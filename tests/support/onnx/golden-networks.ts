import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { float16Value } from '../../../src/engine/formats/float16.ts';
import { goldenValues } from '../golden-gradients.ts';

const folder = new URL('../../fixtures/onnx/', import.meta.url);

const networkSchema = z.object({
  name: z.string(),
  opset: z.number(),
  side: z.number(),
  key: z.number(),
  logits: z.base64(),
  gradient: z.object({ largest: z.number(), values: z.base64() }),
});

const goldenSchema = z.object({
  versions: z.object({ torch: z.string(), torchvision: z.string() }),
  classes: z.number(),
  images: z.number(),
  gradients: z.number(),
  networks: z.array(networkSchema),
});

export type GoldenNetwork = z.output<typeof networkSchema>;

/** What tests/fixtures/onnx/make_golden.py stored. */
export function goldenNetworks(): z.output<typeof goldenSchema> {
  return goldenSchema.parse(JSON.parse(readFileSync(new URL('golden.json', folder), 'utf8')));
}

export function onnxFile(name: string): ArrayBuffer {
  return Uint8Array.from(readFileSync(new URL(`${name}.onnx`, folder))).buffer;
}

function bytesOf(base64: string): DataView {
  return new DataView(Uint8Array.from(Buffer.from(base64, 'base64')).buffer);
}

export function float32s(base64: string): Float32Array {
  const view = bytesOf(base64);
  return Float32Array.from({ length: view.byteLength / 4 }, (_, index) =>
    view.getFloat32(4 * index, true),
  );
}

export function float16s(base64: string): Float32Array {
  const view = bytesOf(base64);
  return Float32Array.from({ length: view.byteLength / 2 }, (_, index) =>
    float16Value(view.getUint16(2 * index, true)),
  );
}

const GRID = 6;

/** One of the images of make_golden.py: bilinear between the points of a grid, and a little noise. */
function smoothImage(side: number, key: number): Float32Array {
  const grid = goldenValues(GRID * GRID * 3, key);
  const noise = goldenValues(side * side * 3, key + 1);
  const image = new Float32Array(side * side * 3);
  const place = (cell: number): { low: number; share: number } => {
    const at = (cell * (GRID - 1)) / (side - 1);
    const low = Math.min(GRID - 2, Math.floor(at));
    return { low, share: at - low };
  };
  for (let row = 0; row < side; row += 1) {
    const down = place(row);
    for (let column = 0; column < side; column += 1) {
      const right = place(column);
      for (let channel = 0; channel < 3; channel += 1) {
        const point = (dRow: number, dColumn: number): number =>
          grid[((down.low + dRow) * GRID + right.low + dColumn) * 3 + channel] ?? NaN;
        const top = point(0, 0) * (1 - right.share) + point(0, 1) * right.share;
        const bottom = point(1, 0) * (1 - right.share) + point(1, 1) * right.share;
        const index = (row * side + column) * 3 + channel;
        const between = top * (1 - down.share) + bottom * down.share;
        image[index] = 2 * between + (noise[index] ?? NaN) / 4;
      }
    }
  }
  return image;
}

/** Images `from` … `to − 1` of a network, [images, side, side, 3]. */
export function goldenImages({ side, key }: GoldenNetwork, from: number, to: number): Float32Array {
  const size = side * side * 3;
  const images = new Float32Array((to - from) * size);
  for (let index = from; index < to; index += 1) {
    images.set(smoothImage(side, key + 2 * index), (index - from) * size);
  }
  return images;
}

/** Weights of the sum of logits whose gradient was stored, [gradients, classes]. */
export function gradientWeights({ key }: GoldenNetwork, size: number): Float32Array {
  return goldenValues(size, key - 1);
}

/** Root mean square over images and classes of a logit's difference from its class's mean. */
export function spreadOf(logits: Float32Array, classes: number): number {
  const images = logits.length / classes;
  const means = new Float64Array(classes);
  logits.forEach((value, index) => {
    means[index % classes] = (means[index % classes] ?? 0) + value / images;
  });
  const squares = logits.reduce(
    (sum, value, index) => sum + (value - (means[index % classes] ?? 0)) ** 2,
    0,
  );
  return Math.sqrt(squares / logits.length);
}
