import { definitions } from '../../finding/definitions.ts';
import type { Block, Section, Text } from '../document.ts';
import type { ResultKind } from '../result-kind.ts';
import {
  criticalCountEquation,
  factorEquations,
  featureDistanceEquation,
  fgsmEquation,
  inputDistanceEquation,
  mcnemarEquation,
  pixelIndexEquation,
} from './equations.ts';
import { references } from './references.ts';

type Term = keyof typeof definitions;

function paragraph(text: Text): Block {
  return { kind: 'paragraph', text };
}

function define(...terms: readonly Term[]): Block {
  const items = terms.map((term) => ({
    term: definitions[term].title,
    text: definitions[term].text,
  }));
  return { kind: 'definitions', items };
}

const change: readonly Block[] = [
  paragraph(
    'Pixel change [1]. Of an image of H × W pixels, a given number of distinct pixels is chosen uniformly inside a centred rectangle, and all three channels of each get a new value: a random one of 0 … 255, or the old one plus a random integer of −m … m, clipped to 0 … 255. Bytes are changed, after scaling and cropping and before anything else.',
  ),
  paragraph(
    'All random numbers come from a counter-based generator [2] keyed by the seed and the image. So a smaller count is the beginning of a larger one, magnitudes share their pixels, and all models of one input size see the same changed images.',
  ),
  define('eligible', 'w', 'p', 'r', 'a', 'Pi'),
  { kind: 'equation', math: pixelIndexEquation },
  { kind: 'equation', math: factorEquations },
];

const intervals: readonly Block[] = [
  paragraph(
    'Intervals are 95 %, two-sided and pointwise: with one draw an image Clopper–Pearson [3]; with several a percentile bootstrap over images (10,000 replicates), and Clopper–Pearson with n = images where all images are wrong equally often.',
  ),
];

const criticalCount: readonly Block[] = [
  define('PX5'),
  { kind: 'equation', math: criticalCountEquation },
  paragraph(
    'Here f is the share of wrong classifications after an isotonic fit, and c₋, c₊ are the neighbouring counts between which it reaches 5 %. There is no extrapolation beyond the counts.',
  ),
];

const comparison: readonly Block[] = [
  paragraph(
    'Two models are compared on the images eligible for both: with b and c the images that only the one or only the other gets wrong, by the exact McNemar test [4]; with several draws by a sign-flip test over images. All pairs at one cell, which the experiment names beforehand, are corrected by Holm [5] at the 5 % level.',
  ),
  { kind: 'equation', math: mcnemarEquation },
];

const attack: readonly Block[] = [
  define('epsilon', 'restored'),
  paragraph(
    'FGSM [6] moves every byte b by ε along the sign of the derivative of the loss L, the cross-entropy of the logits; the sign of a derivative that is exactly 0 is 0. PGD [7] and BIM take several such steps and stay within ε of the original. The one-pixel attack [8] searches by differential evolution. What counts is judged on bytes: an image is an example only if the model was right before and is wrong after.',
  ),
  { kind: 'equation', math: fgsmEquation },
  paragraph(
    'Recovery: the pixel changes of the grid are applied to each example. Each is restored to the true class, still adversarial (the same wrong class), or wrong in another way. The Pixel-index of an attack takes w as its success rate, p as the share of pixels that it changed, r = 2ε/255 and a = 1.',
  ),
];

const repair: readonly Block[] = [
  paragraph(
    'Repair [1]: the model is fine-tuned on training images with a few changed pixels, one repaired model for each number of pixels, and judged beside the original on held-out images with draws of their own. The paper judges on the images that were trained on; that is optimistic and shown apart.',
  ),
  paragraph(
    'Before and after are compared on the same images by the exact McNemar test (mended against spoilt images; by a sign-flip test with several draws), corrected by Holm over each table.',
  ),
  paragraph(
    'Distance to the decision boundary, with f the logits and w the rows of the last layer; negative where the image is on the wrong side. In feature space it is exact, and defined only where the last layer is linear and alone was free:',
  ),
  { kind: 'equation', math: featureDistanceEquation },
  paragraph(
    'In input space it is an estimate of first order over the ten largest competing logits:',
  ),
  { kind: 'equation', math: inputDistanceEquation },
];

/** How the numbers of these kinds of experiment are defined, with equations and sources. */
export function methodSection(kinds: ReadonlySet<ResultKind>): Section {
  const isCounted = kinds.has('sweep') || kinds.has('repair');
  return {
    id: 'method',
    title: 'Method and definitions',
    blocks: [
      ...change,
      ...intervals,
      ...(isCounted ? criticalCount : []),
      ...(isCounted ? comparison : []),
      ...(kinds.has('attack') || kinds.has('repair') ? attack : []),
      ...(kinds.has('repair') ? repair : []),
      { kind: 'references', items: references },
    ],
  };
}
