import * as tf from '@tensorflow/tfjs-core';
import { joinChannels } from '../gradients/channels.ts';

/** Gradient of some channels of a value. */
interface Part {
  readonly start: number;
  readonly gradient: tf.Tensor;
}

/** What all readers of a value say about its gradient. */
export class GradientSums {
  readonly #whole = new Map<string, tf.Tensor>();
  readonly #parts = new Map<string, Part[]>();

  add(name: string, gradient: tf.Tensor): void {
    const before = this.#whole.get(name);
    this.#whole.set(name, before === undefined ? gradient : tf.add(before, gradient));
  }

  /** Adds what a reader of the channels from `start` on says. */
  addChannels(name: string, start: number, gradient: tf.Tensor): void {
    this.#parts.set(name, [...(this.#parts.get(name) ?? []), { start, gradient }]);
  }

  /**
   * The sum for a value with so many channels; undefined where nothing reads it. Readers of channels
   * that lie side by side are joined, which is much less work than padding each with zeros.
   */
  sum(name: string, channels: number): tf.Tensor | undefined {
    let rest = (this.#parts.get(name) ?? []).toSorted((a, b) => a.start - b.start);
    this.#parts.delete(name);
    while (rest.length > 0) {
      const row: tf.Tensor[] = [];
      const overlapping: Part[] = [];
      let end = 0;
      for (const part of rest) {
        if (part.start < end) {
          overlapping.push(part);
          continue;
        }
        if (part.start > end) row.push(zerosBeside(part.gradient, part.start - end));
        row.push(part.gradient);
        end = part.start + (part.gradient.shape.at(-1) ?? 0);
      }
      const [first] = row;
      if (first !== undefined && end < channels) row.push(zerosBeside(first, channels - end));
      this.add(name, joinChannels(row));
      rest = overlapping;
    }
    return this.#whole.get(name);
  }
}

function zerosBeside({ shape }: tf.Tensor, channels: number): tf.Tensor {
  return tf.zeros([...shape.slice(0, -1), channels]);
}
