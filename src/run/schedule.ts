import { Chunk, type ChunkContext } from './chunk.ts';
import type { UnitPlace } from './predictions.ts';

interface OpenChunk {
  readonly chunk: Chunk;
  /** The lane that began it and has its images decoded. */
  readonly owner: number;
}

/**
 * Hands out the work of a run, image by image through all models and cells, so that every cell
 * grows at the same pace. A lane stays with the chunks it began, and helps with others' when there
 * is nothing else to do.
 */
export class Schedule {
  readonly #context: ChunkContext;
  readonly #images: number;
  readonly #size: number;
  #nextImage = 0;
  #open: OpenChunk[] = [];

  constructor(context: ChunkContext, images: number, size: number) {
    this.#context = context;
    this.#images = images;
    this.#size = size;
  }

  /** Work for a lane; null while all that is left waits for answers on unchanged images. */
  take(lane: number, limit: (model: number, changed: boolean) => number): UnitPlace | null {
    this.#open = this.#open.filter(({ chunk }) => !chunk.exhausted);
    for (const { chunk, owner } of this.#open) {
      const work = owner === lane ? chunk.take(limit) : null;
      if (work) return work;
    }
    while (this.#nextImage < this.#images) {
      const start = this.#nextImage;
      this.#nextImage = Math.min(this.#images, start + this.#size);
      const chunk = new Chunk(this.#context, start, this.#nextImage);
      this.#open.push({ chunk, owner: lane });
      const work = chunk.take(limit);
      if (work) return work;
    }
    for (const { chunk } of this.#open) {
      const work = chunk.take(limit);
      if (work) return work;
    }
    return null;
  }

  /** Tells that the predictions of handed-out work have been stored. */
  settle({ cell, model, images }: UnitPlace): void {
    if (cell !== null) return;
    const first = images[0] ?? -1;
    const open = this.#open.find(({ chunk }) => chunk.start <= first && first < chunk.end);
    open?.chunk.settleClean(model, images.length);
  }

  /** Whether everything has been handed out. */
  get exhausted(): boolean {
    return this.#nextImage >= this.#images && this.#open.every(({ chunk }) => chunk.exhausted);
  }
}
