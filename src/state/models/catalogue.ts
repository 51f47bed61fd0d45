import { inputPresets, torchvisionPreprocess } from '../../protocol/preprocess-presets.ts';
import { preprocessSchema, type Preprocess } from '../../protocol/spec.ts';

/** A public model that can be opened from its own address. */
export interface CatalogueEntry {
  readonly name: string;
  readonly format: 'TensorFlow.js' | 'ONNX' | 'safetensors';
  readonly url: string;
  /** Who publishes it, for a person. */
  readonly source: string;
  /** A page that says more. */
  readonly page: string;
  readonly licence: string;
  /** Of the download; rounded. */
  readonly bytes: number;
  readonly preprocess: Preprocess;
  /** Day on which the address was last opened from a page (yyyy-mm-dd); null: not checked. */
  readonly checked: string | null;
}

const { size: _size, ...torchvision } = torchvisionPreprocess;
const mobileNet = preprocessSchema.parse({ ...inputPresets.minusOneToOne, resize: 'exact' });
/** timm crops 95 % of the side, and resizes with a bicubic filter, for which bilinear stands here. */
const timm: Preprocess = { ...torchvision, resizeTo: 236 };

const zoo = (id: string) => ({
  format: 'ONNX' as const,
  url: `https://huggingface.co/onnxmodelzoo/${id}/resolve/main/${id}.onnx`,
  source: 'ONNX Model Zoo',
  page: `https://huggingface.co/onnxmodelzoo/${id}`,
  licence: 'Apache-2.0',
  preprocess: torchvision,
  checked: null,
});

const timmWeights = (id: string) => ({
  format: 'safetensors' as const,
  url: `https://huggingface.co/timm/${id}/resolve/main/model.safetensors`,
  source: 'timm',
  page: `https://huggingface.co/timm/${id}`,
  licence: 'Apache-2.0',
  preprocess: timm,
  checked: null,
});

const tfjsMobileNet = (width: string) => ({
  format: 'TensorFlow.js' as const,
  url: `https://storage.googleapis.com/tfjs-models/tfjs/mobilenet_v1_${width}_224/model.json`,
  source: 'TensorFlow.js',
  page: 'https://github.com/tensorflow/tfjs-models/tree/master/mobilenet',
  licence: 'Apache-2.0',
  preprocess: mobileNet,
  checked: null,
});

/** Public classifiers of ImageNet, smallest first; their hosts let other pages read the files. */
export const catalogue: readonly CatalogueEntry[] = [
  { name: 'MobileNet v1 0.25', bytes: 1.9e6, ...tfjsMobileNet('0.25') },
  { name: 'SqueezeNet 1.1', bytes: 5e6, ...zoo('squeezenet1.1-7') },
  { name: 'MobileNet v2', bytes: 14e6, ...zoo('mobilenetv2-12') },
  { name: 'MobileNet v1 1.0', bytes: 17e6, ...tfjsMobileNet('1.0') },
  { name: 'ResNet-18 v1', bytes: 47e6, ...zoo('resnet18-v1-7') },
  { name: 'ResNet-18 A1', bytes: 47e6, ...timmWeights('resnet18.a1_in1k') },
  { name: 'ResNet-50 v1', bytes: 98e6, ...zoo('resnet50-v1-12') },
  { name: 'ResNet-50 A1', bytes: 102e6, ...timmWeights('resnet50.a1_in1k') },
];
