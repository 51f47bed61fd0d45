import type { ModelInspection } from '../../protocol/model-inspection.ts';
import type { ReadModel } from '../../protocol/model-source.ts';
import { inputPresets, torchvisionPreprocess } from '../../protocol/preprocess-presets.ts';
import { preprocessSchema, type Preprocess } from '../../protocol/spec.ts';
import type { ModelLabels } from './own-model.ts';

/** Classes of ImageNet's challenges, and with one for the background as TensorFlow counts them. */
const IMAGENET_CLASSES = new Set([1000, 1001]);

export const noLabels: ModelLabels = { source: 'indices', path: null, names: [], wordnetIds: [] };

/**
 * How a model that says nothing of it probably expects its pictures: networks from PyTorch as
 * torchvision feeds them, those of TensorFlow for ImageNet from −1 to 1, others from 0 to 1.
 */
export function guessedPreprocess({ format, inputSize, classes }: ModelInspection): Preprocess {
  const [height, width] = inputSize;
  if (format === 'onnx' || format === 'safetensors') {
    const { size: _size, resizeTo = 256, ...torch } = torchvisionPreprocess;
    const isSquare = height === width;
    return isSquare && height >= 160
      ? { ...torch, resizeTo: Math.round((resizeTo / 224) * height) }
      : torch;
  }
  const isImagenet = IMAGENET_CLASSES.has(classes);
  return preprocessSchema.parse(isImagenet ? inputPresets.minusOneToOne : inputPresets.zeroToOne);
}

/** The 1000 names of ImageNet. */
export async function imagenetModelLabels(): Promise<ModelLabels> {
  const { imagenetLabels } = await import('../../images/files/imagenet-labels.ts');
  return { source: 'imagenet', path: null, ...imagenetLabels };
}

/** The names that came with a model, those of ImageNet where it has as many classes, else none. */
export async function guessedLabels({ labels, inspection }: ReadModel): Promise<ModelLabels> {
  const { classes } = inspection;
  if (labels !== null && labels.names.length === classes) return { source: 'file', ...labels };
  return classes === 1000 ? imagenetModelLabels() : noLabels;
}
