import { IMAGENET_CLASSES } from '@tensorflow-models/mobilenet/dist/imagenet_classes.js';
import type { ClassLabels } from './class-labels.ts';

/**
 * The 1000 classes of the ImageNet challenges (ILSVRC 2012 to 2017) in the order of their WordNet
 * ids, which is that of the outputs of the usual networks; each with its synonyms.
 */
export const imagenetLabels: ClassLabels = {
  names: Array.from({ length: 1000 }, (_, index) => IMAGENET_CLASSES[index] ?? ''),
  wordnetIds: Array.from({ length: 1000 }, () => null),
};
