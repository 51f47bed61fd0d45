import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { graphFromTorchWeights } from '../../../../../src/engine/formats/safetensors/safetensors-import.ts';
import { createClassifier } from '../../../../../src/engine/graph/classifier.ts';
import { standardNetworks } from '../../../../../src/engine/models/standard-networks.ts';
import type { StandardNetwork } from '../../../../../src/engine/models/standard-networks.ts';
import { wavyImages } from '../../../../support/plain-tfjs.ts';
import {
  storedTensors,
  writeSafetensors,
  type StoredTensor,
} from '../../../../support/safetensors.ts';
import { startWasm } from '../../../../support/wasm.ts';

const folder = new URL('../../../../fixtures/safetensors/', import.meta.url);

interface Golden {
  readonly side: number;
  readonly logits: readonly (readonly number[])[];
}

const { networks } = JSON.parse(readFileSync(new URL('logits.json', folder), 'utf8')) as {
  networks: Record<string, Golden>;
};

function fileOf(name: string): ArrayBuffer {
  return new Uint8Array(readFileSync(new URL(`${name}.safetensors`, folder))).buffer;
}

const stages = (blocks: readonly number[]) =>
  blocks.map((count, stage) => ({ width: 4 * 2 ** stage, blocks: count }));
const stem = { filters: 8, kernel: 7, pool: { padding: 1 } };
const vgg = {
  ...standardNetworks.vgg16.options,
  stages: [[4, 4], [6], [8], [8], [8]],
  hidden: [16, 12],
};
const filters = [8, 6, 12, 8, 8];

/** The narrow networks of the fixture. */
const narrow: Readonly<Record<string, StandardNetwork>> = {
  'resnet-basic': {
    family: 'resnet',
    options: { stem, block: 'basic', stages: stages([2, 2, 1, 1]) },
  },
  'resnet-bottleneck': {
    family: 'resnet',
    options: { stem, block: 'bottleneck', stages: stages([2, 1, 2, 1]) },
  },
  densenet: {
    family: 'densenet',
    options: { stem, growth: 4, bottleneck: 4, blocks: [2, 3, 2, 2] },
  },
  vgg: { family: 'vgg', options: vgg },
  'vgg-bn': { family: 'vgg', options: { ...vgg, batchNorm: true } },
  alexnet: {
    family: 'alexnet',
    options: {
      ...standardNetworks.alexnet.options,
      convolutions: standardNetworks.alexnet.options.convolutions.map((window, index) => ({
        ...window,
        filters: filters[index] ?? 0,
      })),
      hidden: [16, 12],
    },
  },
  squeezenet: {
    family: 'squeezenet',
    options: {
      stem: { filters: 8, padding: 0 },
      stages: [
        [
          { squeeze: 4, expand: 6 },
          { squeeze: 4, expand: 6 },
        ],
        [
          { squeeze: 6, expand: 8 },
          { squeeze: 6, expand: 8 },
        ],
        [
          { squeeze: 8, expand: 10 },
          { squeeze: 8, expand: 10 },
          { squeeze: 8, expand: 12 },
          { squeeze: 8, expand: 12 },
        ],
      ],
      dropout: 0.5,
    },
  },
};

function networkOf(name: string): { name: string; network: StandardNetwork } {
  const network = narrow[name];
  if (network === undefined) throw new Error(`no network ${name}`);
  return { name, network };
}

/** Largest error, and how far answers to different pictures are apart on average. */
function compared(name: string, file: ArrayBuffer) {
  const { side, logits } = networks[name] ?? { side: 0, logits: [] };
  const classifier = createClassifier(graphFromTorchWeights(networkOf(name), file, side));
  const answer = classifier.logits(wavyImages(logits.length, [side, side, 3])).arraySync();
  const differences = logits.flatMap((row, image) =>
    row.map((value, label) => Math.abs(value - (answer[image]?.[label] ?? NaN))),
  );
  const classes = logits[0]?.length ?? 0;
  const spreads = Array.from({ length: classes }, (_, label) => {
    const column = logits.map((row) => row[label] ?? NaN);
    const mean = column.reduce((sum, value) => sum + value, 0) / column.length;
    return Math.sqrt(column.reduce((sum, value) => sum + (value - mean) ** 2, 0) / column.length);
  });
  const spread = spreads.reduce((sum, value) => sum + value, 0) / classes;
  return { error: Math.max(...differences) / spread, classes: classifier.classes };
}

describe('weights of torchvision', () => {
  beforeAll(startWasm);

  it.each(Object.keys(networks))('give the logits of PyTorch: %s', (name) => {
    const { error, classes } = compared(name, fileOf(name));
    expect(error).toBeLessThan(1e-3);
    expect(classes).toBe(10);
  });

  it('are found under the names of old DenseNets and of wrapped models', () => {
    const renamed = new Map<string, StoredTensor>();
    for (const [name, tensor] of storedTensors(fileOf('densenet'))) {
      const old = name.replace(/(denselayer\d+\.(?:norm|conv))(\d)/, '$1.$2');
      renamed.set(`module.${old}`, tensor);
    }
    expect(compared('densenet', writeSafetensors(renamed)).error).toBeLessThan(1e-3);
  });

  it('are found as timm writes those of VGG, with convolutions for hidden layers', () => {
    const renamed = new Map<string, StoredTensor>();
    for (const [name, tensor] of storedTensors(fileOf('vgg'))) {
      const timm = name
        .replace('classifier.0', 'pre_logits.fc1')
        .replace('classifier.3', 'pre_logits.fc2')
        .replace('classifier.6', 'head.fc');
      const [out = 0, inputs = 0] = tensor.shape;
      if (timm === 'pre_logits.fc1.weight') {
        renamed.set(timm, { ...tensor, shape: [out, inputs / 49, 7, 7] });
      } else if (timm === 'pre_logits.fc2.weight') {
        renamed.set(timm, { ...tensor, shape: [out, inputs, 1, 1] });
      } else renamed.set(timm, tensor);
    }
    expect([...renamed.keys()]).toContain('head.fc.weight');
    expect(compared('vgg', writeSafetensors(renamed)).error).toBeLessThan(1e-3);
  });

  it('that do not fit are listed in one error: missing, left over and of another shape', () => {
    const tensors = storedTensors(fileOf('resnet-basic'));
    const bias = tensors.get('fc.bias');
    const first = tensors.get('conv1.weight');
    if (bias === undefined || first === undefined) throw new Error('the fixture has changed');
    for (const name of tensors.keys()) if (name.startsWith('layer4.0.')) tensors.delete(name);
    tensors.set('extra.bias', bias);
    tensors.set('conv1.weight', { ...first, shape: [8, 3, 49, 1] });
    const read = () =>
      graphFromTorchWeights(networkOf('resnet-basic'), writeSafetensors(tensors), 64);
    expect(read).toThrow(
      /15 missing \(layer4\.0\.conv1\.weight, .*, and 10 more\); 1 left over \(extra\.bias\); 1 of another shape \(conv1\.weight \[8, 3, 49, 1\] where \[8, 3, 7, 7\] fits\)/,
    );
  });
});
