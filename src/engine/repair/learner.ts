import * as tf from '@tensorflow/tfjs-core';
import type { RepairSpec } from '../../protocol/repair.ts';
import type { Graph, Weight } from '../graph/graph.ts';
import { Adam } from '../training/adam.ts';
import { countCorrect } from '../training/count-correct.ts';
import { cosineRate } from '../training/learning-rate.ts';
import { Sgd } from '../training/sgd.ts';
import { shuffledIndices } from '../training/shuffle.ts';
import { Trainer, type StepResult } from '../training/trainer.ts';
import type { PictureStore } from './picture-store.ts';
import type { Pictures } from './pictures.ts';
import type { SplitGraph } from './split-graph.ts';

/** The part of a network that learns, with the pictures that it learns from. */
export class Learner {
  readonly stepsPerEpoch: number;
  readonly #trainer: Trainer;
  readonly #settings: RepairSpec;
  readonly #seed: number;
  readonly #free: ReadonlySet<string>;
  readonly #pictures: Pictures;
  readonly #store: PictureStore;
  #order: Uint32Array = new Uint32Array(0);

  constructor(
    { tail, free }: SplitGraph,
    settings: RepairSpec,
    seed: number,
    pictures: Pictures,
    store: PictureStore,
  ) {
    const { optimiser, momentum, weightDecay, batch } = settings;
    this.#settings = settings;
    this.#seed = seed;
    this.#free = free;
    this.#pictures = pictures;
    this.#store = store;
    this.stepsPerEpoch = Math.ceil(pictures.samples / batch);
    this.#trainer = new Trainer(tail, {
      optimiser: optimiser === 'adam' ? new Adam() : new Sgd({ momentum, nesterov: false }),
      weightDecay,
      trainable: (name) => free.has(name),
      frozenStatistics: true,
      seed,
    });
  }

  /** Steps taken so far. */
  get steps(): number {
    return this.#trainer.steps;
  }

  /** Takes the next step; also tells how many samples it used. */
  async step(): Promise<StepResult & { readonly samples: number }> {
    const { batch } = this.#settings;
    const at = this.steps % this.stepsPerEpoch;
    const epoch = Math.floor(this.steps / this.stepsPerEpoch);
    if (at === 0) this.#order = shuffledIndices(this.#pictures.samples, this.#seed, epoch);
    const chosen = this.#order.subarray(at * batch, (at + 1) * batch);
    const values = this.#store.read(chosen);
    const input = tf.tensor4d(values, [chosen.length, ...this.#trainer.inputShape]);
    try {
      const result = await this.#trainer.step(input, this.#labels(chosen), this.#rate());
      return { ...result, samples: chosen.length };
    } finally {
      input.dispose();
    }
  }

  /** How many of the pictures start, start + 1, … the network has right as it is. */
  count(start: number, pictures: number): Promise<number> {
    return countCorrect(this.#trainer, this.#batches(start, pictures));
  }

  /** Copies of the weights that learn. */
  async weights(): Promise<ReadonlyMap<string, Weight>> {
    const { weights }: Graph = await this.#trainer.snapshot();
    return new Map([...weights].filter(([name]) => this.#free.has(name)));
  }

  dispose(): void {
    this.#trainer.dispose();
  }

  *#batches(start: number, pictures: number) {
    const { chunk } = this.#store;
    for (let from = start; from < start + pictures; from += chunk) {
      const length = Math.min(chunk, start + pictures - from);
      const chosen = Uint32Array.from({ length }, (_, at) => from + at);
      yield { images: this.#store.read(chosen), labels: this.#labels(chosen) };
    }
  }

  #labels(chosen: Uint32Array): number[] {
    return Array.from(chosen, (picture) => this.#pictures.list[picture]?.label ?? -1);
  }

  #rate(): number {
    const { schedule, learningRate, epochs } = this.#settings;
    if (schedule === 'constant') return learningRate;
    const steps = epochs * this.stepsPerEpoch;
    return cosineRate({ peak: learningRate, warmUp: 0, steps }, this.steps);
  }
}
