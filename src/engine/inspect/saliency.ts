import * as tf from '@tensorflow/tfjs-core';
import { LabError } from '../../protocol/lab-error.ts';
import type { Saliency } from '../../protocol/inspect.ts';
import { uploadLevels } from '../attacks/upload-levels.ts';
import { graphGradients } from '../graph/graph-gradients.ts';
import type { InspectedModel } from './inspected-model.ts';
import { signedMargin } from './signed-margin.ts';

const INPUT_ONLY = { input: true, weights: new Set<string>() } as const;

/** ∂(f_label − f_rival) / ∂ input, as many values as the input has. */
async function inputGradient(
  { target }: InspectedModel,
  bytes: Uint8Array,
  label: number,
  rival: number,
): Promise<Float32Array> {
  const { classifier } = target;
  const gradient = tf.tidy(() => {
    const x = uploadLevels(target, [bytes]);
    const [rows] = x.shape;
    const wanted = new Float32Array(rows * classifier.classes);
    wanted[label] = 1;
    wanted[rival] = -1;
    const { input } = graphGradients(
      classifier.graph,
      classifier.weights,
      x,
      () => ({ loss: tf.scalar(0), gradient: tf.tensor2d(wanted, [rows, classifier.classes]) }),
      INPUT_ONLY,
    );
    return input ?? tf.zerosLike(x);
  });
  try {
    return await target.read(gradient);
  } finally {
    gradient.dispose();
  }
}

/**
 * The gradient of a class's lead over its nearest rival by the levels of a picture (the saliency of
 * Simonyan et al. 2014, of a margin rather than a score).
 * @throws LabError `non-finite` where a derivative is not a number
 */
export async function saliency(
  model: InspectedModel,
  bytes: Uint8Array,
  label: number,
): Promise<Saliency> {
  model.check(bytes, label);
  const { logits } = await model.judge([bytes]);
  const { rival } = signedMargin(logits[0] ?? new Float32Array(), label);
  const byInput = await inputGradient(model, bytes, label, rival);
  const { sources, inputOf } = model.target.pixels;
  const gradient = new Float32Array(bytes.length);
  for (const channel of [0, 1, 2] as const) {
    const span = inputOf(255, channel) - inputOf(0, channel);
    const source = sources[channel];
    for (let at = 0; at < bytes.length; at += 3) {
      gradient[at + source] = (byInput[at + channel] ?? Number.NaN) * span;
    }
  }
  if (!gradient.every(Number.isFinite)) {
    throw new LabError('non-finite', 'The gradient by the picture is not a number.');
  }
  return { gradient, rival };
}
