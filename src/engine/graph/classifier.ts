import * as tf from '@tensorflow/tfjs-core';
import { analyseGraph } from './analyse.ts';
import type { Graph } from './graph.ts';
import { logitsGraph } from './logits-graph.ts';
import { optimise } from './optimise.ts';
import { runGraph } from './run-graph.ts';
import { uploadWeights } from './upload-weights.ts';

/** A model ready to answer on the current backend. */
export interface Classifier {
  /** [height, width, 3] of one preprocessed image. */
  readonly inputShape: readonly [number, number, number];
  readonly classes: number;
  /** Learned values of the model as it was given. */
  readonly parameters: number;
  /** Multiply-adds of one image of the model as it was given. */
  readonly multiplyAdds: number;
  /** Bytes of its weights on the backend. */
  readonly weightBytes: number;
  /** The graph that runs, optimised and ending in logits, for gradients on {@link weights}. */
  readonly graph: Graph;
  readonly weights: ReadonlyMap<string, tf.Tensor>;
  /**
   * @param x [batch, height, width, 3], preprocessed
   * @returns [batch, classes], the caller's to dispose
   */
  logits(x: tf.Tensor4D): tf.Tensor2D;
  /** Frees the weights; the classifier answers no more. */
  dispose(): void;
}

/**
 * Optimises a graph and uploads its weights to the current backend.
 * @throws LabError `model-corrupt` or `model-shape`, see {@link analyseGraph}
 */
export function createClassifier(graph: Graph): Classifier {
  const analysis = analyseGraph(graph);
  const running = optimise(logitsGraph(graph));
  const weights = uploadWeights(running);
  let weightBytes = 0;
  for (const tensor of weights.values()) weightBytes += tensor.size * 4;
  return {
    inputShape: graph.inputShape,
    classes: analysis.classes,
    parameters: analysis.parameters,
    multiplyAdds: analysis.multiplyAdds,
    weightBytes,
    graph: running,
    weights,
    logits: (x) => runGraph(running, weights, x),
    dispose: () => {
      for (const tensor of weights.values()) tensor.dispose();
    },
  };
}
