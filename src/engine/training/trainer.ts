import * as tf from '@tensorflow/tfjs-core';
import { LabError } from '../../protocol/lab-error.ts';
import { softmaxCrossEntropy } from '../gradients/cross-entropy.ts';
import { INFERENCE, type RunMode } from '../graph/forward-node.ts';
import { graphGradients, type LossAndGradient } from '../graph/graph-gradients.ts';
import type { Graph, Weight } from '../graph/graph.ts';
import { trainableWeights } from '../graph/node-weights.ts';
import { runGraph } from '../graph/run-graph.ts';
import { applyGradients } from './apply-gradients.ts';
import type { Optimiser } from './optimiser.ts';
import { smoothedTargets } from './smoothed-targets.ts';
import { readTensors, uploadTensors } from './tensor-transfer.ts';

export interface TrainerOptions {
  readonly optimiser: Optimiser;
  /**
   * Decoupled weight decay (Loshchilov & Hutter 2019): each step multiplies every kernel by
   * 1 − rate · weightDecay. Biases and normalisations are left alone.
   */
  readonly weightDecay?: number;
  /** A gradient longer than this, over all weights, is shortened to it; default: never. */
  readonly clipNorm?: number;
  /** Label smoothing, 0 ≤ s < 1. */
  readonly smoothing?: number;
  /** Which weights learn; default: all. */
  readonly trainable?: (weightName: string) => boolean;
  /**
   * Run the network as in inference while its weights learn: running statistics are used and kept,
   * and nothing is dropped. For fine-tuning a last layer.
   */
  readonly frozenStatistics?: boolean;
  /** Of the dropout; a safe integer. */
  readonly seed: number;
}

export interface StepResult {
  /** Mean cross-entropy over the batch, in nats, before the step. */
  readonly loss: number;
  /** Images of the batch classified correctly, before the step and with dropout. */
  readonly correct: number;
}

/** The weights of one network while they learn; they live on the backend until `dispose`. */
export class Trainer {
  readonly #graph: Graph;
  readonly #options: TrainerOptions;
  readonly #learned: ReadonlySet<string>;
  readonly #weights: Map<string, tf.Tensor>;
  #steps: number;

  /** @param steps how many steps made these weights, where a training goes on */
  constructor(graph: Graph, options: TrainerOptions, steps = 0) {
    this.#graph = graph;
    this.#options = options;
    const { trainable = () => true } = options;
    this.#learned = new Set(trainableWeights(graph.nodes).filter(trainable));
    this.#weights = uploadTensors(graph.weights);
    this.#steps = steps;
  }

  /** [height, width, channels] of one image. */
  get inputShape(): Graph['inputShape'] {
    return this.#graph.inputShape;
  }

  /** Steps taken so far. */
  get steps(): number {
    return this.#steps;
  }

  /**
   * One step of gradient descent on the mean loss of a batch.
   * @param images [batch, height, width, channels], preprocessed
   * @param labels class of each image
   * @throws LabError `non-finite` where the loss is not a number
   */
  async step(images: tf.Tensor4D, labels: ArrayLike<number>, rate: number): Promise<StepResult> {
    const statistics = new Map<string, tf.Tensor>();
    const { loss, output, weights } = graphGradients(
      this.#graph,
      this.#weights,
      images,
      (logits) => meanLoss(logits, labels, this.#options.smoothing ?? 0),
      { input: false, weights: this.#learned },
      this.#mode(statistics),
    );
    const { optimiser, weightDecay = 0, clipNorm = Infinity } = this.#options;
    const updated = applyGradients(optimiser, this.#weights, weights, {
      rate,
      weightDecay,
      clipNorm,
    });
    for (const [name, value] of [...updated, ...statistics]) this.#replace(name, value);
    this.#steps += 1;
    for (const gradient of weights.values()) gradient.dispose();
    return this.#settle(loss, output, labels);
  }

  /** The answer of the network as it is now, outside training; the caller disposes it. */
  logits(images: tf.Tensor4D): tf.Tensor2D {
    return runGraph(this.#graph, this.#weights, images);
  }

  /** The network with copies of its weights as they are now. */
  async snapshot(): Promise<Graph> {
    const weights: Map<string, Weight> = await readTensors(this.#weights);
    return { ...this.#graph, weights };
  }

  /** Frees the weights and the optimiser's memory. */
  dispose(): void {
    for (const tensor of this.#weights.values()) tensor.dispose();
    this.#weights.clear();
    this.#options.optimiser.dispose();
  }

  #mode(statistics: Map<string, tf.Tensor>): RunMode {
    if (this.#options.frozenStatistics) return INFERENCE;
    return {
      training: true,
      dropout: { seed: this.#options.seed, step: this.#steps },
      onBatchStatistics: (node, mean, variance) => {
        statistics.set(node.mean, tf.keep(tf.clone(mean)));
        statistics.set(node.variance, tf.keep(tf.clone(variance)));
      },
    };
  }

  #replace(name: string, value: tf.Tensor): void {
    this.#weights.get(name)?.dispose();
    this.#weights.set(name, value);
  }

  async #settle(
    loss: tf.Scalar,
    output: tf.Tensor2D,
    labels: ArrayLike<number>,
  ): Promise<StepResult> {
    const classes = tf.argMax(output, 1);
    const [[value = NaN], predicted] = await Promise.all([loss.data(), classes.data()]);
    tf.dispose([loss, output, classes]);
    if (!Number.isFinite(value)) {
      throw new LabError('non-finite', `the loss of step ${this.#steps} is not a number`);
    }
    let correct = 0;
    for (const [row, label] of Array.from(labels).entries()) {
      if (predicted[row] === label) correct += 1;
    }
    return { loss: value, correct };
  }
}

function meanLoss(
  logits: tf.Tensor2D,
  labels: ArrayLike<number>,
  smoothing: number,
): LossAndGradient {
  const [images, classes] = logits.shape;
  const { loss, gradient } = softmaxCrossEntropy(
    logits,
    smoothedTargets(labels, classes, smoothing),
  );
  return { loss: tf.div(loss, images), gradient: tf.div(gradient, images) };
}
