import type * as tf from '@tensorflow/tfjs-core';
import { scoped } from '../../../src/engine/gradients/scope.ts';
import type { PoolShapes } from '../../../src/engine/gradients/max-pool-gradient.ts';
import type { Classifier } from '../../../src/engine/graph/classifier.ts';
import { forwardNode, INFERENCE } from '../../../src/engine/graph/forward-node.ts';
import type { GraphNode } from '../../../src/engine/graph/graph.ts';
import { nodeInputs } from '../../../src/engine/graph/graph.ts';
import { poolWindow } from '../../../src/engine/graph/node-window.ts';

/** What one layer, or a part of its channels, decided about one image. */
export interface LayerDecisions {
  readonly kind: 'gate' | 'pool';
  /** [height, width, channels] */
  readonly shape: readonly [number, number, number];
  /**
   * Of a gate one bit a value, the lowest of a byte first: whether its slope is 1. Of a max pooling
   * one byte a window: the place of its first largest cell, in row-major order.
   */
  readonly bytes: Uint8Array;
}

function packed(values: Float32Array, isOpen: (value: number) => boolean): Uint8Array {
  const bytes = new Uint8Array(Math.ceil(values.length / 8));
  values.forEach((value, index) => {
    if (isOpen(value)) bytes[index >> 3] = (bytes[index >> 3] ?? 0) | (1 << (index & 7));
  });
  return bytes;
}

/** Place of each window's first largest cell. */
function largestCells(x: Float32Array, { inputShape, outputShape, window }: PoolShapes) {
  const [, height, width, channels] = inputShape;
  const [, rows, columns] = outputShape;
  const [top, , left] = window.pads;
  const places = new Uint8Array(rows * columns * channels);
  const most = new Float32Array(channels);
  for (let cell = 0; cell < rows * columns; cell += 1) {
    const y0 = Math.floor(cell / columns) * window.strides[0] - top;
    const x0 = (cell % columns) * window.strides[1] - left;
    most.fill(-Infinity);
    for (let place = 0; place < window.kernel[0] * window.kernel[1]; place += 1) {
      const y = y0 + Math.floor(place / window.kernel[1]);
      const column = x0 + (place % window.kernel[1]);
      if (y < 0 || y >= height || column < 0 || column >= width) continue;
      for (let channel = 0; channel < channels; channel += 1) {
        const value = x[(y * width + column) * channels + channel] ?? NaN;
        if (value <= (most[channel] ?? NaN)) continue;
        most[channel] = value;
        places[cell * channels + channel] = place;
      }
    }
  }
  return places;
}

function gateOf(node: GraphNode): ((value: number) => boolean) | undefined {
  if (!('activation' in node)) return undefined;
  if (node.activation === 'relu') return (value) => value > 0;
  return node.activation === 'relu6' ? (value) => value > 0 && value < 6 : undefined;
}

/** Decisions of a node, if it makes any. */
function nodeDecisions(node: GraphNode, inputs: readonly tf.Tensor[], output: tf.Tensor) {
  const [, height, width, channels] = [1, 1, 1, ...output.shape.slice(1)].slice(-4);
  const shape = [height ?? 1, width ?? 1, channels ?? 1] as const;
  const isOpen = gateOf(node);
  if (isOpen !== undefined)
    return { kind: 'gate', shape, bytes: packed(output.dataSync<'float32'>(), isOpen) } as const;
  if (node.op !== 'maxPool') return undefined;
  const [x, y] = [inputs[0] as tf.Tensor4D, output as tf.Tensor4D];
  const shapes = { inputShape: x.shape, outputShape: y.shape, window: poolWindow(node, x) };
  return { kind: 'pool', shape, bytes: largestCells(x.dataSync<'float32'>(), shapes) } as const;
}

/** The decisions of ReLUs and max poolings about one image [1, height, width, 3], in the graph's order. */
export function decisionsOf({ graph, weights }: Classifier, image: tf.Tensor4D): LayerDecisions[] {
  return scoped(
    'decisionsOf',
    () => {
      const decisions: LayerDecisions[] = [];
      const values = new Map<string, tf.Tensor>();
      graph.nodes.forEach((node, position) => {
        const inputs = nodeInputs(node).flatMap((name) => values.get(name) ?? []);
        const output =
          node.op === 'input'
            ? image
            : forwardNode(node, inputs, weights, INFERENCE, position).output;
        values.set(node.name, output);
        const own = nodeDecisions(node, inputs, output);
        if (own !== undefined) decisions.push(own);
      });
      return decisions;
    },
    () => [],
  );
}
