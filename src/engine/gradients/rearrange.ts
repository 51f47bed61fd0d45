import * as tf from '@tensorflow/tfjs-core';

/**
 * Channel shuffle (Zhang et al. 2018, figure 1): channel i · groups + g of the output is channel
 * g · (channels / groups) + i of the input. Its inverse is the shuffle in channels / groups groups.
 */
export function shuffleChannels(x: tf.Tensor, groups: number): tf.Tensor {
  return tf.tidy(() => {
    const parts = tf.reshape(x, [-1, groups, (x.shape.at(-1) ?? 1) / groups]);
    return tf.reshape(tf.transpose(parts, [0, 2, 1]), x.shape);
  });
}

/** Images [batch, height, width, channels] as vectors in the order channels, rows, columns. */
export function flattenChannelsFirst(x: tf.Tensor4D): tf.Tensor2D {
  return tf.tidy(() => tf.reshape(tf.transpose(x, [0, 3, 1, 2]), [x.shape[0], -1]));
}

/** The images of a shape that {@link flattenChannelsFirst} made these vectors of. */
export function unflattenChannelsFirst(
  y: tf.Tensor,
  [batch, height, width, channels]: tf.Tensor4D['shape'],
): tf.Tensor4D {
  return tf.tidy(() => {
    const planes: tf.Tensor4D = tf.reshape(y, [batch, channels, height, width]);
    return tf.transpose(planes, [0, 2, 3, 1]);
  });
}
