import type { FullSizeCheck } from '../tests/support/onnx/full-size.ts';
import { checkFullSize, torchPython } from '../tests/support/onnx/full-size.ts';
import { startWasm } from '../tests/support/wasm.ts';

const usage = `usage: npx tsx tools/check-torchvision.ts [network…]

Exports torchvision's networks in full size to ONNX and compares their answers with PyTorch's.
Needs a python3 that can import torchvision. A network is named as in torchvision.models.`;

const NETWORKS = ['resnet101', 'densenet121', 'vgg16', 'alexnet', 'squeezenet1_1'];

/** Bars in the units of {@link FullSizeCheck}. */
const MOST_LOGIT_ERROR = 1e-3;
/** Wider than for small networks: in a deep one, rounding turns some of millions of ReLUs on or off. */
const MOST_GRADIENT_ERROR = 5e-2;

function isPassed({ logitError, gradientError, sameTopClass, images }: FullSizeCheck): boolean {
  return (
    sameTopClass === images &&
    logitError <= MOST_LOGIT_ERROR &&
    gradientError <= MOST_GRADIENT_ERROR
  );
}

const columns: readonly [string, (check: FullSizeCheck) => string][] = [
  ['parameters', ({ parameters }) => `${(parameters / 1e6).toFixed(1)} M`],
  ['logit error', ({ logitError }) => logitError.toExponential(1)],
  ['same class', ({ sameTopClass, images }) => `${sameTopClass} of ${images}`],
  ['classes', ({ distinctClasses }) => `${distinctClasses}`],
  ['gradient error', ({ gradientError }) => gradientError.toExponential(1)],
  ['its deviation', ({ gradientDeviation }) => gradientDeviation.toExponential(1)],
  ['images/s', ({ imagesPerSecond }) => imagesPerSecond.toFixed(1)],
];

function row(cells: readonly string[]): string {
  return cells.map((cell, index) => (index === 0 ? cell.padEnd(20) : cell.padStart(14))).join('');
}

async function main(names: readonly string[]): Promise<number> {
  const python = torchPython();
  if (names.includes('--help') || python === undefined) {
    console.log(
      python === undefined ? `no python3 here can import torchvision\n\n${usage}` : usage,
    );
    return python === undefined ? 2 : 0;
  }
  await startWasm();
  console.log(row(['network', ...columns.map(([title]) => title)]));
  let wrong = 0;
  for (const name of names.length > 0 ? names : NETWORKS) {
    try {
      const check = checkFullSize(python, name);
      console.log(row([name, ...columns.map(([, cell]) => cell(check))]));
      if (!isPassed(check)) wrong += 1;
    } catch (error) {
      console.log(row([name, error instanceof Error ? error.message : String(error)]));
      wrong += 1;
    }
  }
  return wrong > 0 ? 1 : 0;
}

process.exitCode = await main(process.argv.slice(2));
