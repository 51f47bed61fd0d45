import type { ActivationNode } from './graph.ts';

/** The parameters of an activation, with their defaults where it leaves them open. */
export function pointwiseParameters({
  activation,
  alpha,
  beta,
}: Pick<ActivationNode, 'activation' | 'alpha' | 'beta'>): {
  readonly alpha: number;
  readonly beta: number;
} {
  switch (activation) {
    case 'hardSigmoid':
      return { alpha: alpha ?? 1 / 6, beta: beta ?? 0.5 };
    case 'leakyRelu':
      return { alpha: alpha ?? 0.01, beta: 0 };
    case 'elu':
      return { alpha: alpha ?? 1, beta: 0 };
    case 'clip':
      return { alpha: alpha ?? -Infinity, beta: beta ?? Infinity };
    default:
      return { alpha: 0, beta: 0 };
  }
}
