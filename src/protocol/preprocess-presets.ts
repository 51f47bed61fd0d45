import { preprocessSchema, type Preprocess } from './spec.ts';

/** How a family of networks expects its input: the order of channels and what bytes become. */
export type InputPreset = Pick<Preprocess, 'channels' | 'range' | 'mean' | 'std'>;

const NO_MEAN: InputPreset['mean'] = [0, 0, 0];
const UNIT_STD: InputPreset['std'] = [1, 1, 1];

/** The usual kinds of input, by name. */
export const inputPresets = {
  /** Most networks of PyTorch: 0 … 1, then the mean and deviation of ImageNet's pixels. */
  imageNet: {
    channels: 'rgb',
    range: [0, 1],
    mean: [0.485, 0.456, 0.406],
    std: [0.229, 0.224, 0.225],
  },
  /** MobileNet and Inception of TensorFlow. */
  minusOneToOne: { channels: 'rgb', range: [-1, 1], mean: NO_MEAN, std: UNIT_STD },
  zeroToOne: { channels: 'rgb', range: [0, 1], mean: NO_MEAN, std: UNIT_STD },
  /** Bytes in the order B, G, R minus the mean of ImageNet's pixels. */
  caffe: {
    channels: 'bgr',
    range: [0, 255],
    mean: [103.939, 116.779, 123.68],
    std: UNIT_STD,
  },
} as const satisfies Readonly<Record<string, InputPreset>>;

/** How torchvision evaluates its classifiers: short side to 256, the centre 224×224, ImageNet's mean. */
export const torchvisionPreprocess: Preprocess = preprocessSchema.parse({
  ...inputPresets.imageNet,
  size: [224, 224],
  resizeTo: 256,
});
