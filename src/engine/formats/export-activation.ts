import type { ActivationNode } from '../graph/graph.ts';
import { pointwiseParameters } from '../graph/pointwise-parameters.ts';
import type { ExportContext } from './export-context.ts';
import { unsupported } from './export-context.ts';
import type { KerasLayer } from './keras-layer.ts';
import { kerasLayer } from './keras-layer.ts';

/** Names of the activations that TensorFlow.js has, as model.json writes them. */
const KERAS_NAMES: ReadonlyMap<ActivationNode['activation'], string> = new Map([
  ['linear', 'linear'],
  ['relu', 'relu'],
  ['relu6', 'relu6'],
  ['sigmoid', 'sigmoid'],
  ['tanh', 'tanh'],
  ['softplus', 'softplus'],
  ['silu', 'swish'],
  ['gelu', 'gelu'],
]);

const TANH_SLOPE = 2 * Math.sqrt(2 / Math.PI);

/** Layers one after another, each reading the one before; the last takes the node's own name. */
class LayerChain {
  readonly layers: KerasLayer[] = [];
  readonly #name: string;
  readonly #steps: number;
  #last: string;

  constructor(name: string, input: string, steps: number) {
    this.#name = name;
    this.#steps = steps;
    this.#last = input;
  }

  add(className: string, config: Readonly<Record<string, unknown>>, ...others: string[]): string {
    const step = this.layers.length + 1;
    const name = step === this.#steps ? this.#name : `${this.#name}_step${step}`;
    this.layers.push(kerasLayer(className, name, [this.#last, ...others], config));
    this.#last = name;
    return name;
  }

  rescale(scale: number, offset: number): string {
    return this.add('Rescaling', { scale, offset });
  }
}

/** min(max(x, low), high) from rectifiers, the only clips that the format has. */
function clipLayers(name: string, input: string, low: number, high: number): KerasLayer[] {
  if (low === 0) {
    const limit = high === Infinity ? {} : { max_value: high };
    return [kerasLayer('ReLU', name, [input], limit)];
  }
  const chain = new LayerChain(name, input, 3);
  if (low === -Infinity) {
    chain.rescale(-1, high);
    chain.add('ReLU', {});
    chain.rescale(-1, high);
  } else {
    chain.rescale(1, -low);
    chain.add('ReLU', high === Infinity ? {} : { max_value: high - low });
    chain.rescale(1, low);
  }
  return chain.layers;
}

/** x · σ(2 √(2/π) · (x + 0.044715 · x³)), whose own name model.json cannot spell. */
function geluTanhLayers(name: string, input: string): KerasLayer[] {
  const chain = new LayerChain(name, input, 6);
  chain.rescale(TANH_SLOPE * 0.044715, 0);
  chain.add('Multiply', {}, input);
  chain.rescale(1, TANH_SLOPE);
  chain.add('Multiply', {}, input);
  chain.add('Activation', { activation: 'sigmoid' });
  chain.add('Multiply', {}, input);
  return chain.layers;
}

/** The layers of an activation. */
export function activationLayers(node: ActivationNode, context: ExportContext): KerasLayer[] {
  const { name, activation } = node;
  const input = context.layerOf(node.input);
  const { alpha, beta } = pointwiseParameters(node);
  const kerasName = KERAS_NAMES.get(activation);
  if (kerasName !== undefined) {
    return [kerasLayer('Activation', name, [input], { activation: kerasName })];
  }
  switch (activation) {
    case 'hardSigmoid': {
      const chain = new LayerChain(name, input, 2);
      chain.rescale(alpha, beta);
      chain.add('ReLU', { max_value: 1 });
      return chain.layers;
    }
    case 'hardSwish': {
      const chain = new LayerChain(name, input, 3);
      chain.rescale(1 / 6, 0.5);
      chain.add('ReLU', { max_value: 1 });
      chain.add('Multiply', {}, input);
      return chain.layers;
    }
    case 'geluTanh':
      return geluTanhLayers(name, input);
    case 'leakyRelu':
      return [kerasLayer('LeakyReLU', name, [input], { alpha })];
    case 'elu':
      if (alpha !== 1) throw unsupported(node, `ELU of scale ${alpha}`);
      return [kerasLayer('ELU', name, [input], { alpha: 1 })];
    case 'clip':
      return clipLayers(name, input, alpha, beta);
    default:
      throw unsupported(node, `activation "${activation}"`);
  }
}
