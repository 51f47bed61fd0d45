import { parseArgs } from 'node:util';
import { standardNetworks } from '../src/engine/models/standard-networks.ts';
import type {
  FormatCheck,
  FullSizeCheck,
  GradientCheck,
} from '../tests/support/torchvision/full-size.ts';
import { checkFullSize, torchPython } from '../tests/support/torchvision/full-size.ts';
import { startWasm } from '../tests/support/wasm.ts';

const usage = `usage: npx tsx tools/check-torchvision.ts [--images 100] [--gradients 100] [--opset 13] [network…]

Makes networks of torchvision in full size and compares the lab's answers with PyTorch's in float64:
through ONNX, and through safetensors where the lab builds the network itself. Needs a python3 that
can import torchvision. A network is named as in torchvision.models.

  logit error      in units of the spread between images; then that of PyTorch in float32
  gradient error   in units of the largest entry, with ReLUs and max poolings decided as in the lab
  otherwise, slip  most of these that PyTorch decides otherwise for an image, and how far the value
                   behind one is from being undecided, in units of its layer's root mean square
  plain error      of the gradient with PyTorch's own decisions, on how many images it is over the
                   bar, and the same of PyTorch in float32`;

/** Those of the paper. */
const NETWORKS = ['alexnet', 'squeezenet1_1', 'densenet121', 'vgg16', 'resnet101'];

/** In units of the spread of logits between images. */
const MOST_LOGIT_ERROR = 1e-3;
/** In units of the gradient's largest entry, with the same decisions. */
const MOST_GRADIENT_ERROR = 1e-2;
/** How far from undecided what was decided otherwise may be, in units of its layer's root mean square. */
const MOST_SLIP = 1e-3;
const FEWEST_CLASSES = 10;

const isClose = ({ error, slip }: GradientCheck): boolean =>
  error <= MOST_GRADIENT_ERROR && slip <= MOST_SLIP;

function isPassed({ images, distinctClasses, formats }: FullSizeCheck): boolean {
  return (
    distinctClasses >= Math.min(FEWEST_CLASSES, images / 2) &&
    formats.every(
      ({ logitError, sameTopClass, gradients }) =>
        sameTopClass === images && logitError <= MOST_LOGIT_ERROR && gradients.every(isClose),
    )
  );
}

const most = (values: readonly number[]): string => Math.max(0, ...values).toExponential(1);
const over = (errors: readonly number[]): string =>
  `${errors.filter((error) => error > MOST_GRADIENT_ERROR).length} of ${errors.length}`;

function cells(name: string, check: FullSizeCheck, own: FormatCheck): readonly string[] {
  const { gradients } = own;
  const plain = gradients.map((gradient) => gradient.plain);
  return [
    name,
    own.format,
    `${(own.parameters / 1e6).toFixed(1)} M`,
    own.imagesPerSecond.toFixed(1),
    `${own.sameTopClass} of ${check.images}`,
    `${check.distinctClasses}`,
    own.logitError.toExponential(1),
    check.single.logitError.toExponential(1),
    most(gradients.map(({ error }) => error)),
    `${Math.max(0, ...gradients.map(({ different }) => different))}`,
    most(gradients.map(({ slip }) => slip)),
    most(plain),
    over(plain),
    most(check.single.gradientErrors),
    over(check.single.gradientErrors),
  ];
}

const TITLES = [
  'network',
  'format',
  'weights',
  'images/s',
  'same class',
  'classes',
  'logit error',
  "PyTorch's",
  'gradient error',
  'otherwise',
  'slip',
  'plain error',
  'over the bar',
  "PyTorch's",
  'over the bar',
];

function row(values: readonly string[]): string {
  return values.map((value, index) => (index < 2 ? value.padEnd(14) : value.padStart(15))).join('');
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      images: { type: 'string', default: '100' },
      gradients: { type: 'string', default: '100' },
      opset: { type: 'string', default: '13' },
      help: { type: 'boolean', default: false },
    },
  });
  const python = torchPython();
  if (values.help || python === undefined) {
    console.log(values.help ? usage : `no python3 here can import torchvision\n\n${usage}`);
    return values.help ? 0 : 2;
  }
  const images = Number(values.images);
  const gradients = Math.min(images, Number(values.gradients));
  await startWasm();
  console.log(row(TITLES));
  let wrong = 0;
  for (const name of positionals.length > 0 ? positionals : NETWORKS) {
    const formats =
      name in standardNetworks ? (['onnx', 'safetensors'] as const) : ['onnx' as const];
    const options = { formats, images, gradients, opset: Number(values.opset) };
    try {
      const check = checkFullSize(python, name, options);
      for (const own of check.formats) console.log(row(cells(name, check, own)));
      if (!isPassed(check)) wrong += 1;
    } catch (error) {
      console.log(row([name, error instanceof Error ? error.message : String(error)]));
      wrong += 1;
    }
  }
  return wrong > 0 ? 1 : 0;
}

process.exitCode = await main();
