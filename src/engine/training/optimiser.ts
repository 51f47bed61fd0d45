import * as tf from '@tensorflow/tfjs-core';

/** Tensors by weight name. */
export type TensorMap = ReadonlyMap<string, tf.Tensor>;

/**
 * An update rule with its memory. `update` is called inside `tf.tidy` and returns the new value of
 * one weight; what it remembers outlives that scope.
 */
export interface Optimiser {
  /** Announces the next step, before the updates of its weights. */
  begin(): void;
  update(name: string, weight: tf.Tensor, gradient: tf.Tensor, rate: number): tf.Tensor;
  /** The memory by name, to be stored with a checkpoint; the tensors stay with the optimiser. */
  memory(): TensorMap;
  /** Replaces the memory with copies of stored values; `steps` is how many steps made them. */
  restore(memory: TensorMap, steps: number): void;
  dispose(): void;
}

/** Named tensors that outlive the step that made them. */
export class Memory {
  readonly #tensors = new Map<string, tf.Tensor>();

  get(name: string, like: tf.Tensor): tf.Tensor {
    return this.#tensors.get(name) ?? tf.zerosLike(like);
  }

  /** Takes a tensor over and disposes the one before it. */
  set(name: string, value: tf.Tensor): void {
    this.#tensors.get(name)?.dispose();
    this.#tensors.set(name, tf.keep(value));
  }

  all(): TensorMap {
    return this.#tensors;
  }

  restore(stored: TensorMap): void {
    this.dispose();
    for (const [name, tensor] of stored) this.#tensors.set(name, tf.keep(tensor.clone()));
  }

  dispose(): void {
    for (const tensor of this.#tensors.values()) tensor.dispose();
    this.#tensors.clear();
  }
}
