import type { GraphEdit } from './graph-edit.ts';

/**
 * Averages before a linear 1×1 convolution instead of after it, as in the transitions of DenseNet:
 * the two commute, and the convolution then runs on fewer cells.
 */
export function poolBeforeConv(edit: GraphEdit): void {
  for (const pool of edit.nodes()) {
    if (pool.op !== 'averagePool' || pool.padding !== 'valid') continue;
    if (pool.strides[0] * pool.strides[1] === 1) continue;
    const conv = edit.node(pool.input);
    if (conv?.op !== 'conv2d' || conv.activation !== 'linear') continue;
    const shape = edit.weights.get(conv.filter)?.shape ?? [];
    const pointwise =
      shape[0] === 1 && shape[1] === 1 && conv.strides[0] === 1 && conv.strides[1] === 1;
    const unpadded = typeof conv.padding === 'string' || conv.padding.every((side) => side === 0);
    if (!pointwise || !unpadded || edit.onlyReader(conv.name)?.name !== pool.name) continue;
    const pooled = `${pool.name}:before`;
    edit.put({ ...pool, name: pooled, input: conv.input });
    edit.put({ ...conv, name: pool.name, input: pooled });
  }
}
