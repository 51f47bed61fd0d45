import type { WordStream } from '../../core/word-stream.ts';
import { clipGenes, randomGenes, type ImageSize, type PixelGenes } from './pixel-genes.ts';

/** Decides which pixels to try next. */
export interface SearchStrategy {
  /** The next candidates; none when the search is over. */
  propose(): readonly PixelGenes[];
  /** @param scores of the candidates proposed last, in their order; smaller is better */
  learn(scores: readonly number[]): void;
}

export interface SearchOptions {
  /** Pixels of a candidate. */
  readonly pixels: number;
  /** Candidates of a generation, at least 4. */
  readonly population: number;
  /** Generations after the first. */
  readonly generations: number;
}

/** Scale of the difference of two candidates (Su et al. 2019). */
const F = 0.5;

function threeOthers(parent: number, population: number, words: WordStream): number[] {
  const chosen = [parent];
  while (chosen.length < 4) {
    const candidate = words.below(population);
    if (!chosen.includes(candidate)) chosen.push(candidate);
  }
  return chosen.slice(1);
}

/**
 * Differential evolution as in the one-pixel attack of Su et al. 2019: DE/rand/1 without crossover,
 * child = a + F · (b − c) of three others, F = 0.5, which takes its parent's place if it is no
 * worse. Children are clipped to the image and to 0 … 255.
 */
export function evolution(
  { pixels, population, generations }: SearchOptions,
  size: ImageSize,
  words: WordStream,
): SearchStrategy {
  let parents: PixelGenes[] = [];
  let parentScores: number[] = [];
  let proposed: PixelGenes[] = [];
  let generation = -1;
  const child = (parent: number): PixelGenes => {
    const [a, b, c] = threeOthers(parent, population, words).map((index) => parents[index]);
    const genes = new Float64Array(pixels * 5);
    return clipGenes(
      genes.map((_, at) => (a?.[at] ?? 0) + F * ((b?.[at] ?? 0) - (c?.[at] ?? 0))),
      size,
    );
  };
  return {
    propose: () => {
      generation += 1;
      if (generation > generations) return [];
      proposed = Array.from({ length: population }, (_, index) =>
        generation === 0 ? randomGenes(pixels, size, words) : child(index),
      );
      return proposed;
    },
    learn: (scores) => {
      const isKept = scores.map((score, index) => score <= (parentScores[index] ?? Infinity));
      parents = proposed.map((genes, index) => (isKept[index] ? genes : (parents[index] ?? genes)));
      parentScores = scores.map((score, index) => Math.min(score, parentScores[index] ?? Infinity));
    },
  };
}

/** As many candidates, each drawn as the first generation of {@link evolution} is: a yardstick. */
export function randomSearch(
  { pixels, population, generations }: SearchOptions,
  size: ImageSize,
  words: WordStream,
): SearchStrategy {
  let generation = -1;
  return {
    propose: () => {
      generation += 1;
      if (generation > generations) return [];
      return Array.from({ length: population }, () => randomGenes(pixels, size, words));
    },
    learn: () => undefined,
  };
}
