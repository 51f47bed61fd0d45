import type { Activation, GraphNode, Padding } from '../graph/graph.ts';
import type { Architecture, Initial, WeightPlan } from './architecture.ts';
import { elements } from './architecture.ts';
import { fixedPadding, type Window } from './fixed-padding.ts';

/** A node's value while a network is being built; the shape is that of one image. */
export interface Value {
  readonly name: string;
  readonly shape: readonly number[];
}

export interface ConvOptions extends Partial<Window> {
  readonly filters: number;
  readonly kernel: number;
  readonly bias?: boolean;
  readonly activation?: Activation;
  /** Standard deviation of the first filters; default √(2 / inputs), He et al. 2015, equation 10. */
  readonly deviation?: number;
}

export interface DenseOptions {
  readonly units: number;
  readonly activation?: Activation;
  /** Standard deviation of the first kernel; default √(2 / inputs). */
  readonly deviation?: number;
}

/** Share of the running statistics that is kept at each step, as in the published networks. */
const BATCH_NORM_MOMENTUM = 0.9;
const BATCH_NORM_EPSILON = 1e-5;

const constant = (value: number): Initial => ({ kind: 'constant', value });

function imageShape(value: Value): [number, number, number] {
  const [height, width, channels] = value.shape;
  if (height === undefined || width === undefined || channels === undefined) {
    throw new RangeError(
      `"${value.name}" is not an image, its shape is [${value.shape.join(', ')}]`,
    );
  }
  return [height, width, channels];
}

/** Appends nodes one by one and keeps track of shapes, weights and multiply-adds. */
export class GraphBuilder {
  readonly input: Value;
  readonly #inputShape: readonly [number, number, number];
  readonly #nodes: GraphNode[] = [];
  readonly #weights = new Map<string, WeightPlan>();
  #multiplyAdds = 0;

  constructor(inputShape: readonly [number, number, number]) {
    this.#inputShape = inputShape;
    this.#nodes.push({ op: 'input', name: 'input' });
    this.input = { name: 'input', shape: inputShape };
  }

  conv(input: Value, name: string, options: ConvOptions): Value {
    const { filters, kernel, stride = 1, padding = 0, bias = false, deviation } = options;
    const [height, width, channels] = imageShape(input);
    const fixed = fixedPadding([height, width], { kernel, stride, padding });
    const inputs = kernel * kernel * channels;
    const filter = this.#normal(
      `${name}/kernel`,
      [kernel, kernel, channels, filters],
      deviation ?? Math.sqrt(2 / inputs),
    );
    this.#multiplyAdds += inputs * filters * elements(fixed.size);
    return this.#add(
      {
        op: 'conv2d',
        name,
        input: input.name,
        filter,
        ...(bias ? { bias: this.#constant(`${name}/bias`, filters, 0) } : {}),
        strides: [stride, stride],
        dilations: [1, 1],
        padding: fixed.padding,
        activation: options.activation ?? 'linear',
        groups: 1,
      },
      [...fixed.size, filters],
    );
  }

  dense(
    input: Value,
    name: string,
    { units, activation = 'linear', deviation }: DenseOptions,
  ): Value {
    const inputs = elements(input.shape);
    const kernel = this.#normal(
      `${name}/kernel`,
      [inputs, units],
      deviation ?? Math.sqrt(2 / inputs),
    );
    const bias = this.#constant(`${name}/bias`, units, 0);
    this.#multiplyAdds += inputs * units;
    return this.#add({ op: 'dense', name, input: input.name, kernel, bias, activation }, [units]);
  }

  batchNorm(input: Value, name: string): Value {
    const channels = imageShape(input)[2];
    return this.#add(
      {
        op: 'batchNorm',
        name,
        input: input.name,
        gamma: this.#constant(`${name}/gamma`, channels, 1),
        beta: this.#constant(`${name}/beta`, channels, 0),
        mean: this.#constant(`${name}/moving_mean`, channels, 0, false),
        variance: this.#constant(`${name}/moving_variance`, channels, 1, false),
        epsilon: BATCH_NORM_EPSILON,
        momentum: BATCH_NORM_MOMENTUM,
      },
      input.shape,
    );
  }

  relu(input: Value, name: string): Value {
    return this.#add(
      { op: 'activation', name, input: input.name, activation: 'relu' },
      input.shape,
    );
  }

  maxPool(input: Value, name: string, window: Window): Value {
    return this.#pool('maxPool', input, name, window);
  }

  averagePool(input: Value, name: string, window: Window): Value {
    return this.#pool('averagePool', input, name, window);
  }

  globalAveragePool(input: Value, name: string): Value {
    return this.#add({ op: 'globalAveragePool', name, input: input.name }, [imageShape(input)[2]]);
  }

  flatten(input: Value, name: string): Value {
    return this.#add({ op: 'flatten', name, input: input.name }, [elements(input.shape)]);
  }

  dropout(input: Value, name: string, rate: number): Value {
    return this.#add({ op: 'dropout', name, input: input.name, rate }, input.shape);
  }

  add(inputs: readonly Value[], name: string, activation: Activation = 'linear'): Value {
    const names = inputs.map((input) => input.name);
    return this.#add({ op: 'add', name, inputs: names, activation }, inputs[0]?.shape ?? []);
  }

  concat(inputs: readonly Value[], name: string): Value {
    const shapes = inputs.map(imageShape);
    const [height, width] = shapes[0] ?? [0, 0];
    const channels = shapes.reduce((sum, shape) => sum + shape[2], 0);
    const names = inputs.map((input) => input.name);
    return this.#add({ op: 'concat', name, inputs: names, activation: 'linear' }, [
      height,
      width,
      channels,
    ]);
  }

  /** The finished network; `output` has one value a class. */
  build(output: Value): Architecture {
    return {
      inputShape: this.#inputShape,
      nodes: this.#nodes,
      output: output.name,
      weights: this.#weights,
      multiplyAdds: this.#multiplyAdds,
    };
  }

  #pool(op: 'maxPool' | 'averagePool', input: Value, name: string, window: Window): Value {
    const [height, width, channels] = imageShape(input);
    const fixed = fixedPadding([height, width], window);
    const padding: Padding = fixed.padding;
    return this.#add(
      {
        op,
        name,
        input: input.name,
        size: [window.kernel, window.kernel],
        strides: [window.stride, window.stride],
        padding,
      },
      [...fixed.size, channels],
    );
  }

  #add(node: GraphNode, shape: readonly number[]): Value {
    this.#nodes.push(node);
    return { name: node.name, shape };
  }

  #normal(name: string, shape: readonly number[], deviation: number): string {
    this.#weights.set(name, { shape, initial: { kind: 'normal', deviation }, learned: true });
    return name;
  }

  #constant(name: string, size: number, value: number, learned = true): string {
    this.#weights.set(name, { shape: [size], initial: constant(value), learned });
    return name;
  }
}
