import type { Weight } from '../graph/graph.ts';

/** A layer as model.json writes it. */
export interface KerasLayer {
  readonly name: string;
  readonly class_name: string;
  readonly config: Readonly<Record<string, unknown>>;
  /** Empty, or one call: the layers that it reads, each with node and tensor index and arguments. */
  readonly inbound_nodes: readonly (readonly (readonly [string, 0, 0, Record<string, never>])[])[];
}

export interface NamedWeight {
  /** Layer name, slash, the layer's own name of the weight. */
  readonly name: string;
  readonly weight: Weight;
}

export function kerasLayer(
  className: string,
  name: string,
  inputs: readonly string[],
  config: Readonly<Record<string, unknown>> = {},
): KerasLayer {
  const calls = inputs.map((input): [string, 0, 0, Record<string, never>] => [input, 0, 0, {}]);
  return {
    name,
    class_name: className,
    config: { name, trainable: true, dtype: 'float32', ...config },
    inbound_nodes: calls.length === 0 ? [] : [calls],
  };
}
