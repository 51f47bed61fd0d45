import * as tf from '@tensorflow/tfjs-core';
import { LabError } from '../../protocol/lab-error.ts';
import type { LoadedModel, ModelFiles } from '../../protocol/model-files.ts';
import type { RunningBackend } from '../backends/running-backend.ts';
import { createClassifier, type Classifier } from '../graph/classifier.ts';
import { byteTables } from './byte-tables.ts';
import { executionBatch, type ExecutionBatch } from './execution-batch.ts';
import { inputGeometry } from './input-geometry.ts';
import type { InputTransform } from './input-tensors.ts';
import { modelGraph } from './model-graph.ts';

/** A model that is ready to classify. */
export interface ModelOfLane {
  readonly facts: LoadedModel;
  readonly classifier: Classifier;
  readonly transform: InputTransform;
  readonly batch: ExecutionBatch;
}

function read(files: ModelFiles): Classifier {
  const { id } = files;
  try {
    return createClassifier(modelGraph(files));
  } catch (error) {
    if (!(error instanceof LabError) || !error.kind.startsWith('model-')) throw error;
    throw new LabError(error.kind, `${id}: ${error.message}`, id);
  }
}

function checkShape({ id, preprocess, classes }: ModelFiles, classifier: Classifier): void {
  const [height, width] = classifier.inputShape;
  const { size } = preprocess;
  if (size !== undefined && (size[0] !== height || size[1] !== width)) {
    throw new LabError(
      'model-shape',
      `${id}: preprocess.size is ${size.join('x')}, but the model takes ${height}x${width}`,
      id,
    );
  }
  if (classes !== undefined && classes !== classifier.classes) {
    throw new LabError(
      'model-shape',
      `${id}: it has ${classifier.classes} outputs, but its labels name ${classes} classes`,
      id,
    );
  }
}

/** Runs once on nothing, so that a GPU compiles its programs before anything is measured. */
async function warmUp(
  { classifier, batch }: ModelOfLane,
  { latch }: RunningBackend,
): Promise<void> {
  const logits = tf.tidy(() =>
    classifier.logits(tf.zeros([batch.images, ...classifier.inputShape])),
  );
  try {
    await latch.race(logits.data());
  } finally {
    logits.dispose();
  }
}

/**
 * Reads a model, optimises it and gives its weights to the backend.
 * @throws LabError `model-corrupt`, `model-shape` or `model-unsupported` naming the model
 */
export async function loadModel(files: ModelFiles, backend: RunningBackend): Promise<ModelOfLane> {
  const { id, preprocess } = files;
  const classifier = read(files);
  try {
    checkShape(files, classifier);
    const { inputShape: inputSize, classes, parameters, multiplyAdds } = classifier;
    const model: ModelOfLane = {
      facts: { id, inputSize, classes, parameters, multiplyAdds },
      classifier,
      transform: {
        geometry: inputGeometry(inputSize, preprocess),
        tables: byteTables(preprocess),
      },
      batch: executionBatch(backend, inputSize),
    };
    if (model.batch.padded) await warmUp(model, backend);
    return model;
  } catch (error) {
    classifier.dispose();
    throw error;
  }
}
