interface Definition {
  readonly title: string;
  readonly text: string;
}

/** The words of the trade, in the order of a glossary; each is said in one way everywhere. */
export const definitions = {
  eligible: {
    title: 'Eligible images',
    text: 'The images that count: by default those that every model classifies correctly before any pixel is changed, so that all models are judged on the same ones.',
  },
  interval: {
    title: '95\u00a0% interval',
    text: 'The range in which the true figure lies with 95\u00a0% confidence, had all images of this kind been tested and not a sample. More images make it narrower.',
  },
  PX5: {
    title: 'PX5',
    text: 'The number of changed pixels at which 5\u00a0% of the eligible images are misclassified, read between measured counts on a logarithmic scale, from a curve that is made to never fall as the count grows, with a 95\u00a0% bootstrap interval over images. Larger is more robust.',
  },
  Pi: {
    title: 'Pi, the Pixel-index',
    text: 'Pi = w / (p · r · a): the share of wrong answers for each unit of change. Smaller is more robust. It falls as more pixels are changed, so it compares models at equal p, r and a only.',
  },
  w: {
    title: 'w, wrong',
    text: 'The share of classifications of eligible images that are wrong once the pixels are changed, from 0 to 1.',
  },
  p: {
    title: 'p, pixels',
    text: 'Changed pixels as a share of all pixels of the image: 64 of 64 × 64 pixels is p = 0.0156.',
  },
  r: {
    title: 'r, range',
    text: 'The width of the range that new values come from, as a share of 255: 1 for random values, 2m / 255 for offsets of up to ±m.',
  },
  a: {
    title: 'a, area',
    text: 'The area of the region in which pixels may be changed, as a share of the image: 1 for the whole image, 0.25 for a centred square of half the side.',
  },
  margin: {
    title: 'Margin',
    text: 'How far the winning class is ahead: its score (logit) minus that of the runner-up. Close to 0, little is needed to turn the answer.',
  },
  epsilon: {
    title: 'ε, epsilon',
    text: 'The most that an attack may change any one channel of any pixel, in steps of the 256 that a channel has. At ε = 8 the change is hard to see.',
  },
  restored: {
    title: 'Restored',
    text: 'An adversarial example that is classified correctly again after random pixels of it are changed. Still adversarial: it keeps the wrong class that the attack gave it.',
  },
  classifier: {
    title: 'Classifier',
    text: 'A program that looks at a picture and names what it shows. It was not given rules but has learned from examples: millions of multiplications turn the numbers of the pixels into one score a class, and the highest score wins.',
  },
  channel: {
    title: 'Channel',
    text: 'Each pixel has three: how much red, green and blue it holds, each a whole number from 0 to 255, which are 256 levels.',
  },
  seed: {
    title: 'Seed',
    text: 'The number from which all chance is computed. The same seed draws the same pixels and colours again, so that everybody sees the same figures.',
  },
  adversarial: {
    title: 'Adversarial example',
    text: 'A picture that was changed on purpose, as little as possible, so that a classifier gives a wrong answer to it.',
  },
  gradient: {
    title: 'Gradient',
    text: 'How the answer would change if a pixel changed a little, for every pixel at once: which way is downhill from here. It can be computed from the inside of a classifier.',
  },
  boundary: {
    title: 'Decision boundary',
    text: 'Where one answer turns into another. A picture that lies close to it needs only a small change to land on the other side.',
  },
  heldOut: {
    title: 'Held out',
    text: 'Pictures that were kept away from the training. Only they show whether something was learned that holds for new pictures.',
  },
  pValue: {
    title: 'p, of a comparison',
    text: 'How often chance alone would make a difference at least as large, if there were none. Below 0.05 a difference counts as shown; it is not the p of the Pixel-index.',
  },
  mcnemar: {
    title: 'Exact McNemar test',
    text: 'Compares two models on the same images. Only images that one gets right and the other wrong tell them apart; the test says how often a fair coin would share these out at least as unevenly.',
  },
  holm: {
    title: 'Holm’s correction',
    text: 'Of many comparisons some look like a difference by chance alone. The correction asks more of each, so that even one false difference among them all stays unlikely (5\u00a0%).',
  },
  fgsm: {
    title: 'FGSM',
    text: 'The fast gradient sign method, an attack in one step: every channel of every pixel moves by ε, up or down, whichever makes the answer worse.',
  },
  pgd: {
    title: 'PGD',
    text: 'Projected gradient descent, an attack in many small steps along the gradient, none of which may end farther than ε from the picture. Stronger than FGSM.',
  },
} as const satisfies Readonly<Record<string, Definition>>;

export type TermName = keyof typeof definitions;
