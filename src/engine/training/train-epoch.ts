import * as tf from '@tensorflow/tfjs-core';
import { LabError } from '../../protocol/lab-error.ts';
import type { Trainer } from './trainer.ts';

/** Preprocessed images, one after the other in rows of pixels, and the class of each. */
export interface Batch {
  readonly images: Float32Array;
  readonly labels: ArrayLike<number>;
}

export interface EpochProgress {
  /** Images seen in this epoch so far. */
  readonly images: number;
  /** Mean loss over them, each taken before the step that used it. */
  readonly loss: number;
  /** How many of them were classified correctly, likewise. */
  readonly correct: number;
}

export interface EpochOptions {
  /** Which images, in which order; a last batch may be smaller. */
  readonly order: Uint32Array;
  readonly batch: number;
  /** Makes a batch of the images with these numbers. */
  readonly load: (images: Uint32Array) => Batch;
  /** Learning rate of the step with this number, counted from 0 in this epoch. */
  readonly rate: (step: number) => number;
  readonly onStep?: (progress: EpochProgress) => void;
  readonly signal?: AbortSignal;
}

/**
 * One pass over the images.
 * @throws LabError `cancelled` when the signal is aborted, between two steps
 */
export async function trainEpoch(trainer: Trainer, options: EpochOptions): Promise<EpochProgress> {
  const { order, batch, load, rate, onStep, signal } = options;
  let progress: EpochProgress = { images: 0, loss: 0, correct: 0 };
  for (let start = 0, step = 0; start < order.length; start += batch, step += 1) {
    if (signal?.aborted) throw new LabError('cancelled', 'the training was cancelled');
    const { images, labels } = load(order.subarray(start, start + batch));
    const input = tf.tensor4d(images, [labels.length, ...trainer.inputShape]);
    const result = await trainer.step(input, labels, rate(step)).finally(() => input.dispose());
    const seen = progress.images + labels.length;
    progress = {
      images: seen,
      loss: progress.loss + ((result.loss - progress.loss) * labels.length) / seen,
      correct: progress.correct + result.correct,
    };
    onStep?.(progress);
  }
  return progress;
}
