/**
 * The one internal form of a classifier, whatever file it came from.
 *
 * Tensors are NHWC. Weights live beside the nodes and are named, so that a node is plain data and
 * the same graph serves inference, attacks and training.
 */
export interface Graph {
  /** [height, width, channels] of one preprocessed image. */
  readonly inputShape: readonly [number, number, number];
  /** Topological order; exactly one `input` node, and it comes first. */
  readonly nodes: readonly GraphNode[];
  /** Name of the node whose value, shape [batch, classes], is the answer (logits unless it is a softmax). */
  readonly output: string;
  readonly weights: ReadonlyMap<string, Weight>;
}

/** Row-major values; convolution filters are [height, width, in / groups, out], depthwise [height, width, in, multiplier]. */
export interface Weight {
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

export type Activation = 'linear' | 'relu' | 'relu6';

/** `same` and `valid` as in TensorFlow, or explicit zero rows and columns [top, bottom, left, right]. */
export type Padding = 'same' | 'valid' | readonly [number, number, number, number];

export type Pair = readonly [number, number];

interface NodeBase {
  readonly name: string;
}

interface Unary extends NodeBase {
  readonly input: string;
}

export interface InputNode extends NodeBase {
  readonly op: 'input';
}

export interface ConvNode extends Unary {
  readonly op: 'conv2d' | 'depthwiseConv2d';
  /** Weight names. */
  readonly filter: string;
  readonly bias?: string;
  readonly strides: Pair;
  readonly dilations: Pair;
  readonly padding: Padding;
  readonly activation: Activation;
  /** Only 1 for depthwiseConv2d, whose groups are its channels. */
  readonly groups: number;
}

export interface DenseNode extends Unary {
  readonly op: 'dense';
  /** [in, out] */
  readonly kernel: string;
  readonly bias?: string;
  readonly activation: Activation;
}

export interface BatchNormNode extends Unary {
  readonly op: 'batchNorm';
  readonly gamma?: string;
  readonly beta?: string;
  readonly mean: string;
  readonly variance: string;
  readonly epsilon: number;
  /** Share of the old running statistics kept at each training step. */
  readonly momentum: number;
}

/** Per channel: x · scale + shift. Made by the optimiser from a batch norm that has no convolution to fold into. */
export interface AffineNode extends Unary {
  readonly op: 'affine';
  readonly scale: string;
  readonly shift: string;
  readonly activation: Activation;
}

export interface ActivationNode extends Unary {
  readonly op: 'activation';
  readonly activation: Activation;
}

export interface PoolNode extends Unary {
  readonly op: 'maxPool' | 'averagePool';
  readonly size: Pair;
  readonly strides: Pair;
  /** Padded cells never enter a maximum, nor an average's denominator (as in TensorFlow). */
  readonly padding: Padding;
}

export interface ShapeNode extends Unary {
  readonly op: 'globalAveragePool' | 'globalMaxPool' | 'flatten' | 'softmax';
}

export interface PadNode extends Unary {
  readonly op: 'zeroPad';
  /** [top, bottom, left, right] */
  readonly padding: readonly [number, number, number, number];
}

/** Inverted dropout; the identity outside training. */
export interface DropoutNode extends Unary {
  readonly op: 'dropout';
  /** Share of values dropped, 0 ≤ rate < 1. */
  readonly rate: number;
}

export interface MergeNode extends NodeBase {
  /** `concat` joins channels. */
  readonly op: 'add' | 'concat';
  readonly inputs: readonly string[];
  readonly activation: Activation;
}

export type GraphNode =
  | InputNode
  | ConvNode
  | DenseNode
  | BatchNormNode
  | AffineNode
  | ActivationNode
  | PoolNode
  | ShapeNode
  | PadNode
  | DropoutNode
  | MergeNode;

/** Names of the nodes that a node reads. */
export function nodeInputs(node: GraphNode): readonly string[] {
  if (node.op === 'input') return [];
  return 'inputs' in node ? node.inputs : [node.input];
}
