import type { WordStream } from '../../core/word-stream.ts';

/** Side lengths of an image in pixels. */
export interface ImageSize {
  readonly height: number;
  readonly width: number;
}

/**
 * Some pixels and their colours as real numbers, five a pixel: row in [0, height), column in
 * [0, width), and R, G, B in [0, 255].
 */
export type PixelGenes = Float64Array;

const GENES = 5;

function clip(gene: number, at: number, { height, width }: ImageSize): number {
  const kind = at % GENES;
  const most = kind === 0 ? height : kind === 1 ? width : 255;
  return Math.min(most, Math.max(0, gene));
}

/** Brings every gene back into its range. */
export function clipGenes(genes: PixelGenes, size: ImageSize): PixelGenes {
  return genes.map((gene, at) => clip(gene, at, size));
}

/**
 * Pixels to start from: places uniform, channels Gaussian with mean 128 and deviation 127
 * (Su et al. 2019).
 */
export function randomGenes(pixels: number, size: ImageSize, words: WordStream): PixelGenes {
  const genes = new Float64Array(pixels * GENES);
  for (let at = 0; at < genes.length; at += GENES) {
    genes[at] = words.unit() * size.height;
    genes[at + 1] = words.unit() * size.width;
    for (let channel = 2; channel < GENES; channel += 1) {
      genes[at + channel] = words.gaussian(128, 127);
    }
  }
  return clipGenes(genes, size);
}

/** A copy of an image with these pixels; of two in one place the later one shows. */
export function paintGenes(image: Uint8Array, genes: PixelGenes, size: ImageSize): Uint8Array {
  const painted = image.slice();
  for (let at = 0; at < genes.length; at += GENES) {
    const row = Math.min(size.height - 1, Math.floor(genes[at] ?? 0));
    const column = Math.min(size.width - 1, Math.floor(genes[at + 1] ?? 0));
    const place = (row * size.width + column) * 3;
    for (let channel = 0; channel < 3; channel += 1) {
      painted[place + channel] = Math.round(genes[at + 2 + channel] ?? 0);
    }
  }
  return painted;
}
