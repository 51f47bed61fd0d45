import * as tf from '@tensorflow/tfjs-core';
import { Memory, type Optimiser, type TensorMap } from './optimiser.ts';

export interface SgdOptions {
  /** Share of the velocity kept at each step, 0 ≤ momentum < 1; 0 is plain gradient descent. */
  readonly momentum: number;
  readonly nesterov: boolean;
}

/**
 * Stochastic gradient descent with momentum: v ← momentum · v + g, then w ← w − rate · v, or with
 * Nesterov's look-ahead w ← w − rate · (g + momentum · v) (Sutskever et al. 2013, section 2).
 */
export class Sgd implements Optimiser {
  readonly #options: SgdOptions;
  readonly #velocity = new Memory();

  constructor(options: SgdOptions) {
    this.#options = options;
  }

  begin(): void {
    // Plain momentum does not depend on the number of steps taken.
  }

  update(name: string, weight: tf.Tensor, gradient: tf.Tensor, rate: number): tf.Tensor {
    const { momentum, nesterov } = this.#options;
    if (momentum === 0) return tf.sub(weight, tf.mul(gradient, rate));
    const velocity = tf.add(tf.mul(this.#velocity.get(name, weight), momentum), gradient);
    const direction = nesterov ? tf.add(gradient, tf.mul(velocity, momentum)) : velocity;
    const next = tf.sub(weight, tf.mul(direction, rate));
    this.#velocity.set(name, velocity);
    return next;
  }

  memory(): TensorMap {
    return this.#velocity.all();
  }

  restore(memory: TensorMap): void {
    this.#velocity.restore(memory);
  }

  dispose(): void {
    this.#velocity.dispose();
  }
}
