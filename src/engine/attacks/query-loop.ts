import { LabError } from '../../protocol/lab-error.ts';
import type { AttackTarget } from './attack-target.ts';
import { paintGenes, type ImageSize } from './pixel-genes.ts';
import type { SearchStrategy } from './search-strategies.ts';
import { uploadLevels } from './upload-levels.ts';

/** What a search found. */
export interface Found {
  /** The first image that fooled the classifier, or else the one that came closest. */
  readonly image: Uint8Array;
  /** Candidates classified up to and with that success, or all of them. */
  readonly queries: number;
}

/** What a classifier makes of one candidate. */
export interface Judgement {
  /** Logarithm of the probability of the true class. */
  readonly score: number;
  readonly isFooled: boolean;
}

/** Of equal logits the first class wins, as everywhere. */
function judge(logits: Float32Array, label: number): Judgement {
  const own = logits[label] ?? Number.NaN;
  let others = 0;
  let isFooled = false;
  for (const [index, logit] of logits.entries()) {
    if (!Number.isFinite(logit)) {
      throw new LabError('non-finite', 'The network answered with values that are no numbers.');
    }
    if (index === label) continue;
    others += Math.exp(logit - own);
    if (logit > own || (logit === own && index < label)) isFooled = true;
  }
  // log p = −log(1 + Σ e^(z_j − z_y)), which keeps its digits where p is close to 1.
  return { score: -Math.log1p(others), isFooled };
}

/**
 * Asks a classifier about candidates of one execution.
 * @throws LabError `non-finite` where the network's answers are no numbers
 */
export async function judgeBatch(
  target: AttackTarget,
  images: readonly Uint8Array[],
  label: number,
): Promise<Judgement[]> {
  const { classes } = target.classifier;
  const input = uploadLevels(target, images);
  const logits = target.classifier.logits(input);
  input.dispose();
  try {
    const values = await target.read(logits);
    return images.map((_, index) =>
      judge(values.subarray(index * classes, (index + 1) * classes), label),
    );
  } finally {
    logits.dispose();
  }
}

/**
 * Asks a classifier about changed copies of one image until one of them fools it or the strategy
 * gives up. Candidates count in their order, so the answer does not depend on the batch.
 * @throws LabError `non-finite` where the network's answers are no numbers
 */
export async function searchPixels(
  target: AttackTarget,
  image: Uint8Array,
  label: number,
  size: ImageSize,
  strategy: SearchStrategy,
): Promise<Found> {
  let best: { image: Uint8Array; score: number } = { image, score: Infinity };
  let queries = 0;
  for (;;) {
    const candidates = strategy.propose();
    if (candidates.length === 0) return { image: best.image, queries };
    const scores: number[] = [];
    for (let start = 0; start < candidates.length; start += target.batch) {
      const painted = candidates
        .slice(start, start + target.batch)
        .map((genes) => paintGenes(image, genes, size));
      const judgements = await judgeBatch(target, painted, label);
      for (const [index, { score, isFooled }] of judgements.entries()) {
        const candidate = painted[index] ?? image;
        queries += 1;
        if (isFooled) return { image: candidate, queries };
        if (score < best.score) best = { image: candidate, score };
        scores.push(score);
      }
    }
    strategy.learn(scores);
  }
}
