import type { Graph, GraphNode } from '../graph/graph.ts';

/** How a weight starts: drawn from a centred normal distribution, or one value everywhere. */
export type Initial =
  | { readonly kind: 'normal'; readonly deviation: number }
  | { readonly kind: 'constant'; readonly value: number };

export interface WeightPlan {
  readonly shape: readonly number[];
  readonly initial: Initial;
  /** False for the running statistics of batch normalisation, which no gradient reaches. */
  readonly learned: boolean;
}

/** A network without values: the nodes of a {@link Graph} and the shapes of its weights. */
export interface Architecture {
  readonly inputShape: Graph['inputShape'];
  readonly nodes: readonly GraphNode[];
  readonly output: string;
  readonly weights: ReadonlyMap<string, WeightPlan>;
  /** Multiplications of convolutions and dense layers for one image. */
  readonly multiplyAdds: number;
}

/** Number of elements of a tensor. */
export function elements(shape: readonly number[]): number {
  return shape.reduce((product, side) => product * side, 1);
}

/** Number of learned values; running statistics are not parameters, as in published counts. */
export function parameterCount(architecture: Architecture): number {
  let count = 0;
  for (const { shape, learned } of architecture.weights.values()) {
    if (learned) count += elements(shape);
  }
  return count;
}
