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

/** What a layer can apply to its own output. */
export type Activation = 'linear' | 'relu' | 'relu6';

/**
 * What an activation node can apply to each value x; a and b are its `alpha` and `beta`.
 * - `hardSigmoid` clip(a·x + b, 0, 1), `hardSwish` x · clip(x / 6 + ½, 0, 1), `silu` x · sigmoid(x)
 * - `gelu` x · Φ(x), `geluTanh` its approximation x / 2 · (1 + tanh(√(2/π) · (x + 0.044715 · x³)))
 * - `softplus` log(1 + eˣ), `leakyRelu` max(x, 0) + a · min(x, 0), `elu` x, or a · (eˣ − 1) below 0
 * - `clip` min(max(x, a), b)
 * - `log` log(max(x, 10⁻³⁰)), for answers that are probabilities
 */
export type PointwiseActivation =
  | Activation
  | 'sigmoid'
  | 'tanh'
  | 'hardSigmoid'
  | 'hardSwish'
  | 'silu'
  | 'gelu'
  | 'geluTanh'
  | 'softplus'
  | 'leakyRelu'
  | 'elu'
  | 'clip'
  | 'log';

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
  readonly activation: PointwiseActivation;
  /** Default: 1/6 for hardSigmoid, 0.01 for leakyRelu, 1 for elu, −∞ for clip. */
  readonly alpha?: number;
  /** Default: ½ for hardSigmoid, +∞ for clip. */
  readonly beta?: number;
}

export interface MaxPoolNode extends Unary {
  readonly op: 'maxPool';
  readonly size: Pair;
  readonly strides: Pair;
  /** Padded cells never enter a maximum. */
  readonly padding: Padding;
}

export interface AveragePoolNode extends Unary {
  readonly op: 'averagePool';
  readonly size: Pair;
  readonly strides: Pair;
  readonly padding: Padding;
  /** Whether padded cells enter the denominator (as in PyTorch); default: not (as in TensorFlow). */
  readonly countPadding?: boolean;
  /**
   * How many of the padded rows and columns, [bottom, right], do not count even so: those beyond the
   * padding proper that a size rounded up needs.
   */
  readonly uncounted?: Pair;
}

export type PoolNode = MaxPoolNode | AveragePoolNode;

export interface GlobalPoolNode extends Unary {
  readonly op: 'globalAveragePool' | 'globalMaxPool';
  /** Gives [1, 1, channels] instead of [channels]. */
  readonly keepDims?: boolean;
}

export interface FlattenNode extends Unary {
  readonly op: 'flatten';
}

/** Flattens an image as if its channels came first: the value of channel c, row h, column w is at (c·H + h)·W + w. */
export interface TransposeFlattenNode extends Unary {
  readonly op: 'transposeFlatten';
  readonly order: 'channelsFirst';
}

/** Over the last axis. */
export interface SoftmaxNode extends Unary {
  readonly op: 'softmax' | 'logSoftmax';
}

/** Channel i · groups + g of the output is channel g · (channels / groups) + i of the input. */
export interface ChannelShuffleNode extends Unary {
  readonly op: 'channelShuffle';
  readonly groups: number;
}

/** Channels, or values of a vector, `start` … `start + size − 1`. */
export interface SliceChannelsNode extends Unary {
  readonly op: 'sliceChannels';
  readonly start: number;
  readonly size: number;
}

/** Normalises the last axis (channels) of each cell on its own, then · gamma + beta, both [channels]. */
export interface LayerNormNode extends Unary {
  readonly op: 'layerNorm';
  readonly gamma?: string;
  readonly beta?: string;
  readonly epsilon: number;
}

/**
 * Local response normalisation: x / (bias + alpha · Σ x²)^beta, the sum over the channels at most
 * `depthRadius` away (alpha is not divided by their number).
 */
export interface LocalResponseNormNode extends Unary {
  readonly op: 'lrn';
  readonly depthRadius: number;
  readonly bias: number;
  readonly alpha: number;
  readonly beta: number;
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
  /**
   * `concat` joins channels. `add` and `multiply` go value by value; inputs [1, 1, channels] or
   * [channels], and any other side of 1, are repeated to the size of the largest.
   */
  readonly op: 'add' | 'multiply' | 'concat';
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
  | MaxPoolNode
  | AveragePoolNode
  | GlobalPoolNode
  | FlattenNode
  | TransposeFlattenNode
  | SoftmaxNode
  | ChannelShuffleNode
  | SliceChannelsNode
  | LayerNormNode
  | LocalResponseNormNode
  | PadNode
  | DropoutNode
  | MergeNode;

/** Whether a layer can apply an activation to its own output. */
export function isFusable(activation: PointwiseActivation): activation is Activation {
  return activation === 'linear' || activation === 'relu' || activation === 'relu6';
}

/** Names of the nodes that a node reads. */
export function nodeInputs(node: GraphNode): readonly string[] {
  if (node.op === 'input') return [];
  return 'inputs' in node ? node.inputs : [node.input];
}
