import * as tf from '@tensorflow/tfjs-core';

/**
 * `tf.tidy` for results that are not plain containers of tensors: everything made by `compute` is
 * disposed but what `survivors` names, which passes to the enclosing scope.
 */
export function scoped<T>(
  name: string,
  compute: () => T,
  survivors: (result: T) => readonly tf.Tensor[],
): T {
  const engine = tf.engine();
  engine.startScope(name);
  let kept: tf.Tensor[] = [];
  try {
    const result = compute();
    kept = [...survivors(result)];
    return result;
  } finally {
    engine.endScope(kept);
  }
}
