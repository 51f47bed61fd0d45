import { LabError } from '../../protocol/lab-error.ts';

/**
 * Reads the predicted class of each image out of its logits; of equal logits the first class wins.
 * @param logits images · classes values, possibly followed by those of padding
 * @param predicted receives one class an image
 * @param margins receives top logit minus runner-up, where asked for
 * @throws LabError `non-finite` if a logit of an image is not a number or infinite
 */
export function topClasses(
  logits: Float32Array,
  classes: number,
  predicted: Uint16Array,
  margins: Float32Array | null,
): void {
  for (let image = 0; image < predicted.length; image += 1) {
    let top = -Infinity;
    let second = -Infinity;
    let best = 0;
    let sum = 0;
    for (let label = 0; label < classes; label += 1) {
      const logit = logits[image * classes + label] ?? Number.NaN;
      // Zero for finite values, else not a number; a comparison would lose a NaN.
      sum += logit * 0;
      if (logit > top) {
        second = top;
        top = logit;
        best = label;
      } else if (logit > second) {
        second = logit;
      }
    }
    if (sum !== 0) {
      throw new LabError('non-finite', 'The network answered with values that are no numbers.');
    }
    predicted[image] = best;
    if (margins !== null) margins[image] = top - second;
  }
}
