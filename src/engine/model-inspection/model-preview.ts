import * as tf from '@tensorflow/tfjs-core';
import { fitImage } from '../../images/files/fit-image.ts';
import { readImage, type FileAccess } from '../../images/read-image.ts';
import type { ImageRef } from '../../protocol/image-ref.ts';
import type { ModelFiles } from '../../protocol/model-files.ts';
import type { SeenPicture } from '../../protocol/model-source.ts';
import type { Preprocess } from '../../protocol/spec.ts';
import { createClassifier, type Classifier } from '../graph/classifier.ts';
import { byteTables, convertBytes } from '../lane/byte-tables.ts';
import { modelGraph } from '../lane/model-graph.ts';
import { softmax } from '../lane/softmax.ts';

/** A model on the backend of this thread that answers for one picture at a time, however it is preprocessed. */
export class ModelPreview {
  readonly #classifier: Classifier;

  /** @throws LabError `model-corrupt`, `model-shape` or `model-unsupported` */
  constructor(files: ModelFiles) {
    this.#classifier = createClassifier(modelGraph(files));
  }

  /**
   * What the network is given of a picture, and what it answers.
   * @throws LabError where the picture cannot be read or resized so
   */
  async look(image: ImageRef, preprocess: Preprocess, access: FileAccess): Promise<SeenPicture> {
    const [height, width] = this.#classifier.inputShape;
    const bytes = fitImage(await readImage(image, access), [height, width], preprocess);
    const values = new Float32Array(bytes.length);
    convertBytes(byteTables(preprocess), bytes, values, 0);
    const x = tf.tensor4d(values, [1, height, width, 3]);
    const logits = this.#classifier.logits(x);
    x.dispose();
    const answers = await logits.data<'float32'>();
    logits.dispose();
    const range = values.reduce<[number, number]>(
      ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
      [Infinity, -Infinity],
    );
    return { height, width, bytes: bytes.slice(), range, probabilities: softmax(answers) };
  }

  dispose(): void {
    this.#classifier.dispose();
  }
}
