import * as tf from '@tensorflow/tfjs-core';
import { Memory, type Optimiser, type TensorMap } from './optimiser.ts';

export interface AdamOptions {
  /** Decay of the mean of gradients. */
  readonly beta1: number;
  /** Decay of the mean of squared gradients. */
  readonly beta2: number;
  readonly epsilon: number;
}

export const adamDefaults: AdamOptions = { beta1: 0.9, beta2: 0.999, epsilon: 1e-7 };

/** Adam (Kingma & Ba 2015, algorithm 1). */
export class Adam implements Optimiser {
  readonly #options: AdamOptions;
  readonly #moments = new Memory();
  #steps = 0;

  constructor(options: AdamOptions = adamDefaults) {
    this.#options = options;
  }

  begin(): void {
    this.#steps += 1;
  }

  update(name: string, weight: tf.Tensor, gradient: tf.Tensor, rate: number): tf.Tensor {
    const { beta1, beta2, epsilon } = this.#options;
    const first = tf.add(
      tf.mul(this.#moments.get(`${name}/first`, weight), beta1),
      tf.mul(gradient, 1 - beta1),
    );
    const second = tf.add(
      tf.mul(this.#moments.get(`${name}/second`, weight), beta2),
      tf.mul(tf.mul(gradient, gradient), 1 - beta2),
    );
    const firstShare = 1 - beta1 ** this.#steps;
    const secondShare = 1 - beta2 ** this.#steps;
    const deviation = tf.add(tf.sqrt(tf.div(second, secondShare)), epsilon);
    const next = tf.sub(weight, tf.mul(tf.div(first, deviation), rate / firstShare));
    this.#moments.set(`${name}/first`, first);
    this.#moments.set(`${name}/second`, second);
    return next;
  }

  memory(): TensorMap {
    return this.#moments.all();
  }

  restore(memory: TensorMap, steps: number): void {
    this.#moments.restore(memory);
    this.#steps = steps;
  }

  dispose(): void {
    this.#moments.dispose();
  }
}
